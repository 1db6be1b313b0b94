package dev.migrations.test.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;

/** An entity with ids that Hibernate reserves fifty at a time. */
@Entity
class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "note_seq")
    @SequenceGenerator(name = "note_seq", sequenceName = "note_seq", allocationSize = 50)
    private @Nullable Long id;

    private String text;

    /** For Hibernate. */
    Note() {
        this("");
    }

    Note(String text) {
        this.text = text;
    }

    @Nullable
    Long id() {
        return id;
    }

    String text() {
        return text;
    }

    interface Notes extends JpaRepository<Note, Long> {}
}
