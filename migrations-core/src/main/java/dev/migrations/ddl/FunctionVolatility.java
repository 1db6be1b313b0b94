package dev.migrations.ddl;

import java.util.Locale;
import java.util.Set;

/** What the catalogue of PostgreSQL 18 says of its own functions (pg_proc.provolatile), and what common extensions say of theirs. */
final class FunctionVolatility {

    private static final Set<String> VOLATILE = words("""
            array_sample array_shuffle clock_timestamp current_query currval gen_random_bytes gen_random_uuid
            gen_salt lastval lo_creat lo_create lo_from_bytea lo_import nextval pg_advisory_lock
            pg_advisory_xact_lock pg_current_wal_lsn pg_database_size pg_export_snapshot pg_is_in_recovery pg_notify
            pg_read_file pg_relation_size pg_sequence_last_value pg_sleep pg_sleep_for pg_sleep_until pg_table_size
            pg_total_relation_size pg_xact_status query_to_xml random random_normal set_config setseed setval
            timeofday ts_rewrite txid_status uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 uuidv4 uuidv7
            """);
    /** Immutable or stable in all their forms. */
    private static final Set<String> STABLE = words("""
            abbrev abs acos acosd acosh age area array_dims array_fill array_length array_lower array_ndims
            array_position array_positions array_remove array_replace array_reverse array_sort array_to_json
            array_to_string array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d atand atanh bit
            bit_count bit_length bool box bpchar broadcast btrim bytea cardinality casefold cbrt ceil ceiling center
            char char_length character_length chr circle col_description concat concat_ws convert convert_from
            convert_to cos cosd cosh cot cotd crc32 crc32c current_database current_schema current_schemas
            current_setting current_user database_to_xml database_to_xml_and_xmlschema database_to_xmlschema date
            date_add date_bin date_part date_subtract date_trunc datemultirange daterange decode degrees diagonal
            diameter div encode enum_first enum_last enum_range erf erfc exp extract factorial family float4 float8
            floor format format_type gamma gcd generate_series generate_subscripts get_bit get_byte
            get_current_ts_config getdatabaseencoding height host hostmask icu_unicode_version inet_client_addr
            inet_client_port inet_server_addr inet_server_port initcap int2 int4 int4multirange int4range int8
            int8multirange int8range interval is_normalized isclosed isempty isfinite ishorizontal isopen isparallel
            isperp isvertical json_array_elements json_array_elements_text json_array_length json_build_array
            json_build_object json_each json_each_text json_object json_object_keys json_populate_record
            json_populate_recordset json_strip_nulls json_to_record json_to_recordset json_to_tsvector json_typeof
            jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object
            jsonb_delete jsonb_each jsonb_each_text jsonb_insert jsonb_object jsonb_object_keys jsonb_path_exists
            jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz jsonb_path_query jsonb_path_query_array
            jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
            jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset jsonb_pretty jsonb_set
            jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_recordset jsonb_to_tsvector jsonb_typeof
            justify_days justify_hours justify_interval lcm left length lgamma like line ln log log10 lower lower_inf
            lpad lseg ltrim macaddr8_set7bit make_date make_interval make_time make_timestamp make_timestamptz
            masklen md5 min_scale mod money multirange mxid_age name netmask network normalize notlike now npoints
            num_nonnulls num_nulls numeric nummultirange numnode numrange obj_description octet_length overlaps
            overlay parse_ident pg_backend_pid pg_client_encoding pg_collation_for pg_column_size pg_conf_load_time
            pg_current_snapshot pg_current_xact_id pg_current_xact_id_if_assigned pg_input_error_info
            pg_input_is_valid pg_my_temp_schema pg_postmaster_start_time pg_relation_filenode pg_relation_filepath
            pg_size_bytes pg_size_pretty pg_trigger_depth pg_typeof pg_wal_lsn_diff pg_walfile_name
            pg_walfile_name_offset phraseto_tsquery pi plainto_tsquery point polygon position pow power querytree
            quote_ident quote_literal quote_nullable radians radius range_merge regexp_count regexp_instr regexp_like
            regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr
            repeat replace reverse right round row_to_json rpad rtrim scale schema_to_xml schema_to_xml_and_xmlschema
            schema_to_xmlschema session_user set_bit set_byte setweight sha224 sha256 sha384 sha512 shobj_description
            sign sin sind sinh slope split_part sqrt statement_timestamp string_to_array string_to_table strip strpos
            substr substring system_user table_to_xml table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh
            text time timestamp timestamptz timetz timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb
            to_number to_oct to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc
            to_regprocedure to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector
            transaction_timestamp translate trim_array trim_scale trunc ts_debug ts_delete ts_filter ts_headline
            ts_lexize ts_parse ts_rank ts_rank_cd ts_token_type tsmultirange tsrange tstzmultirange tstzrange
            tsvector_to_array txid_current txid_current_if_assigned txid_current_snapshot txid_snapshot_xip
            txid_snapshot_xmax txid_snapshot_xmin txid_visible_in_snapshot unicode_assigned unicode_version unistr
            unnest upper upper_inf uuid_extract_timestamp uuid_extract_version varchar version websearch_to_tsquery
            width width_bucket xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xmlcomment
            xmlexists xmltext xmlvalidate xpath xpath_exists
            """);

    private FunctionVolatility() {}

    /** That of a function by its name without a schema; a function that is not listed is anybody's. */
    static Volatility of(String function) {
        var name = function.toLowerCase(Locale.ROOT);
        if (VOLATILE.contains(name)) {
            return Volatility.VOLATILE;
        }
        return STABLE.contains(name) ? Volatility.STABLE : Volatility.UNKNOWN;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }
}
