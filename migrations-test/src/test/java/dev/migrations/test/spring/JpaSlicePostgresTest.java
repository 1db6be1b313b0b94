package dev.migrations.test.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@DataJpaTest(
        properties = {
            "spring.datasource.url=jdbc:postgresql://nowhere.invalid/none",
            "spring.jpa.hibernate.ddl-auto=validate"
        })
@ContextConfiguration(classes = {OneDatabase.class, WithNotes.class})
@AutoConfigureMigratedDatabase(location = "classpath:jpa")
class JpaSlicePostgresTest {

    @Autowired
    private Note.Notes notes;

    /** Seventy of them: more than Hibernate would reserve at once. */
    @RepeatedTest(3)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void ids_are_unique_in_the_database_of_each_test() {
        IntStream.range(0, 70).forEach(number -> notes.save(new Note("note " + number)));
        assertThat(notes.findAll()).hasSize(70).extracting(Note::id).doesNotHaveDuplicates();
        assertThat(notes.findAll().get(0).text()).startsWith("note");
    }
}
