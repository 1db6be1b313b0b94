package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void every_sequence_of_bytes_is_judged_as_by_a_strict_decoder() {
        var random = new Random(7);
        for (var i = 0; i < 200_000; i++) {
            var bytes = bytes(random);
            var valid = Utf8.validUpTo(bytes, 0, bytes.length);
            assertThat(valid == bytes.length).as("%s", (Object) bytes).isEqualTo(isLegal(bytes, bytes.length));
            assertThat(isLegal(bytes, valid)).isTrue();
        }
    }

    @Test
    void every_character_is_legal_and_counts_as_one() {
        for (var character = 1; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                var bytes = Fixtures.utf8(Character.toString(character));
                assertThat(Utf8.validUpTo(bytes, 0, bytes.length)).isEqualTo(bytes.length);
                assertThat(Utf8.countCharacters(bytes, 0, bytes.length)).isEqualTo(1);
                assertThat(Utf8.isCutOff(bytes, 0, bytes.length - 1)).isEqualTo(bytes.length > 1);
            }
        }
    }

    @Test
    void lines_and_characters_are_counted_eight_bytes_at_a_time_as_one_by_one() {
        var text = "ab\ncdé\n\n日本\n😀x\nlonger than eight bytes\n\nü";
        var bytes = Fixtures.utf8(text);
        for (var from = 0; from < bytes.length; from++) {
            for (var to = from; to <= bytes.length; to++) {
                var newlines = 0;
                var characters = 0;
                for (var i = from; i < to; i++) {
                    newlines += bytes[i] == '\n' ? 1 : 0;
                    characters += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
                }
                assertThat(Utf8.countNewlines(bytes, from, to)).isEqualTo(newlines);
                assertThat(Utf8.countCharacters(bytes, from, to)).isEqualTo(characters);
            }
        }
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        for (var i = 0; i < bytes.length; i++) {
            if (random.nextInt(3) > 0) {
                bytes[i] = (byte) (random.nextBoolean() ? 'a' : 0x80 + random.nextInt(0x40));
            }
        }
        return bytes;
    }

    private static boolean isLegal(byte[] bytes, int length) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return text.toString().indexOf(0) < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
