-- A part of a name is found by where it begins: at the first, second or third character; the few longer names are
-- looked through one by one. Trigrams cannot find two characters, which is what people type.
drop index person_name_trgm;
drop index person_name;
drop index person_twin;
create index person_twin on person (county_id, division_id, name text_pattern_ops, born_on);
create index person_name_second on person (county_id, division_id, substr(name, 2) text_pattern_ops);
create index person_name_third on person (county_id, division_id, substr(name, 3) text_pattern_ops);
create index person_name_long on person (county_id, division_id) where char_length(name) > 3;
create index person_pinyin on person (county_id, division_id, name_pinyin text_pattern_ops);
