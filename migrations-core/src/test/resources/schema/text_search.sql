create text search dictionary stems (template = snowball, language = english);
create text search configuration ours (copy = simple);
-- = again
create text search configuration ours (parser = default);
alter text search configuration ours add mapping for
    asciihword, asciiword, email, file, float, host, hword, hword_asciipart, hword_numpart, hword_part, int, numhword,
    numword, sfloat, uint, url, url_path, version, word with simple;
create text search dictionary stems (template = snowball, language = english);
-- = dictionary_option
alter text search dictionary stems (stopwords = english);
-- = dictionary_comment
comment on text search dictionary stems is 'of words';
-- = dictionary_owner
alter text search dictionary stems owner to snapshot_app;
-- = mapping
alter text search configuration ours alter mapping for asciiword with stems;
-- = two_dictionaries
alter text search configuration ours alter mapping for asciiword with stems, simple;
-- = two_the_other_way
alter text search configuration ours alter mapping for asciiword with simple, stems;
-- = mapping_gone
alter text search configuration ours drop mapping for email;
-- = configuration_comment
comment on text search configuration ours is 'of us';
-- = configuration_owner
alter text search configuration ours owner to snapshot_app;
-- = parser
create text search parser words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
-- = parser_with_headline
create text search parser words (
    start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
-- = parser_comment
create text search parser words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
comment on text search parser words is 'like the default';
-- = template
create text search template plain (lexize = dsimple_lexize);
-- = template_with_init
create text search template plain (init = dsimple_init, lexize = dsimple_lexize);
-- = template_comment
create text search template plain (lexize = dsimple_lexize);
comment on text search template plain is 'like simple';
