package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlLexerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '=', quoteCharacter = '`', textBlock = """
            select a, b                 = word:select word:a comma:, word:b
            a$b$c _x größe              = word:a$b$c word:_x word:größe
            "a;""b" U&"c" u&"d"         = quoted_name:"a;""b" quoted_name:U&"c" quoted_name:u&"d"
            'a''b' E'\\'' N'x' B'1' X'f' = string:'a''b' string:E'\\'' string:N'x' string:B'1' string:X'f'
            be'a' "x"'y'                = word:be string:'a' quoted_name:"x" string:'y'
            U&'a' u & 'b' u&b           = string:U&'a' word:u operator:& string:'b' word:u operator:& word:b
            $$a$$ $t$ $$ $t$ $1 $       = string:$$a$$ string:$t$ $$ $t$ parameter:$1 other:$
            $a                          = other:$ word:a
            1 2.5 .5 1. 1e5 1.5E-3 1_0  = number:1 number:2.5 number:.5 number:1. number:1e5 number:1.5E-3 number:1_0
            0xFf 0b1 0o7                = number:0xFf number:0b1 number:0o7
            1..2 a.b                    = number:1 operator:.. number:2 word:a dot:. word:b
            1e 1e+                      = number:1 word:e number:1 word:e operator:+
            -1 a-1 a - -1               = operator:- number:1 word:a operator:- number:1 word:a operator:- operator:- number:1
            @>- !- <>- +- *-            = operator:@>- operator:!- operator:<> operator:- operator:+ operator:- operator:* operator:-
            a/* x */b                   = word:a word:b
            a*/* x */b                  = word:a operator:* word:b
            a+--b                       = word:a operator:+
            ([;]) \\ :                  = left_parenthesis:( left_bracket:[ semicolon:; right_bracket:] right_parenthesis:) backslash:\\ colon::
            é'x' 日本                    = word:é string:'x' word:日本
            """)
    void tokens_are_those_of_postgresql(String sql, String expected) {
        assertThat(tokens(sql)).isEqualTo(expected);
    }

    @Test
    void colons_and_equals_signs_are_tokens_of_their_own() {
        assertThat(tokens("x::int y:=1 z[1:2] a=-1 b=>c"))
                .isEqualTo("word:x operator::: word:int word:y operator::= number:1"
                        + " word:z left_bracket:[ number:1 colon:: number:2 right_bracket:]"
                        + " word:a operator:= operator:- number:1 word:b operator:=> word:c");
    }

    @Test
    void a_string_that_continues_on_the_next_line_is_one_token() {
        assertThat(tokens("'a' -- it's\n 'b' x")).isEqualTo("string:'a' -- it's\n 'b' word:x");
        assertThat(tokens("'a' 'b'")).isEqualTo("string:'a' string:'b'");
        assertThat(tokens("'a' /*\n*/ 'b'")).isEqualTo("string:'a' string:'b'");
        assertThat(tokens("X'1'\r\n'2'")).isEqualTo("string:X'1'\r\n'2'");
    }

    @Test
    void a_bit_string_knows_no_doubled_quote() {
        assertThat(tokens("B'0''1'")).isEqualTo("string:B'0' string:'1'");
    }

    @Test
    void offsets_count_bytes() {
        var lexer = SqlLexer.of("'é' x");
        lexer.next();
        assertThat(lexer.next()).isEqualTo(TokenKind.WORD);
        assertThat(lexer.start()).isEqualTo(5);
        assertThat(lexer.end()).isEqualTo(6);
        assertThat(lexer.text()).isEqualTo("x");
        assertThat(lexer.next()).isEqualTo(TokenKind.END);
        assertThat(lexer.next()).isEqualTo(TokenKind.END);
    }

    private static String tokens(String sql) {
        var lexer = SqlLexer.of(sql);
        var tokens = new StringJoiner(" ");
        for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            tokens.add(kind.name().toLowerCase(Locale.ROOT) + ":" + lexer.text());
        }
        return tokens.toString();
    }
}
