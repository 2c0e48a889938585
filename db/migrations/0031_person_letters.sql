-- Initials and whole sounds stand in one index: who types letters means one or the other, and both begin alike.
drop index person_pinyin;
drop index person_initials;
create index person_letters on person
  (county_id, division_id, name_initials text_pattern_ops, name_pinyin text_pattern_ops);
