-- The roll in the order people read it, and namesakes born on one day, each found without going over the township.
create index person_order on person (county_id, division_id, village_id, name_pinyin, id);
create index person_twin on person (county_id, division_id, name, born_on);
