package dev.migrations.ddl;

import java.util.Locale;
import java.util.Set;

/** What PostgreSQL's catalogue says of the functions that stand in defaults (pg_proc.provolatile). */
final class FunctionVolatility {

    private static final Set<String> VOLATILE = Set.of(("random random_normal gen_random_uuid uuidv4 uuidv7"
                    + " uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 gen_random_bytes clock_timestamp timeofday"
                    + " nextval currval lastval setval pg_sleep set_config setseed gen_salt array_shuffle array_sample")
            .split(" ", -1));
    private static final Set<String> STABLE = Set.of(("now transaction_timestamp statement_timestamp current_setting"
                    + " to_char to_date to_timestamp to_number age date_trunc date_part extract timezone make_date"
                    + " make_interval make_time make_timestamp make_timestamptz current_schema current_schemas"
                    + " current_database txid_current pg_current_xact_id pg_backend_pid to_tsvector to_tsquery"
                    + " plainto_tsquery upper lower initcap trim btrim ltrim rtrim lpad rpad substring substr replace"
                    + " concat concat_ws format length char_length octet_length left right repeat reverse md5 sha256"
                    + " encode decode abs ceil ceiling floor round trunc mod power sqrt greatest least coalesce nullif"
                    + " json_build_object json_build_array jsonb_build_object jsonb_build_array to_json to_jsonb"
                    + " array_fill string_to_array array_to_string row_to_json json_object jsonb_object hashtext"
                    + " int4range int8range numrange tsrange tstzrange daterange point box circle inet_client_addr"
                    + " inet_server_addr pg_get_userbyid array_append array_prepend array_cat array_length cardinality"
                    + " position overlay xmlelement")
            .split(" ", -1));

    private FunctionVolatility() {}

    static Volatility of(String function) {
        var name = function.toLowerCase(Locale.ROOT);
        if (VOLATILE.contains(name)) {
            return Volatility.VOLATILE;
        }
        return STABLE.contains(name) ? Volatility.STABLE : Volatility.UNKNOWN;
    }
}
