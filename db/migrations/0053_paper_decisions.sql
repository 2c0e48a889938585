-- In an office of one person the approver's decisions about claims are signed on paper, as those about batches are.
alter table recovery add column signer text;
comment on column recovery.signer is '一人办公时在纸上签字的人';

-- The seal of a table says every cell: a table that gets a column gets its functions anew. Empty cells are left out of
-- a seal, so that rows of before keep theirs.
create function seal_again(t regclass, among text[], has_versions boolean default false) returns void
language plpgsql as $$
declare
  condition text := 'new.seal is null';
begin
  if has_versions then
    condition := 'tg_op = ''INSERT'' and new.seal is null or tg_op = ''UPDATE'' and new.version <> old.version';
  end if;
  execute format('create or replace function seal_of(r %s) returns bytea language sql stable as $f$
    select sha256(convert_to(concat_ws(chr(10), %s), ''UTF8'')) $f$', t, sealed_cells(t, among, '(r)'));
  execute format('create or replace function %I() returns trigger language plpgsql as $f$ begin
    if %s then new.seal := sha256(convert_to(concat_ws(chr(10), %s), ''UTF8'')); end if; return new; end $f$',
    'seal_' || t::text, condition, sealed_cells(t, among, 'new'));
end $$;

select seal_again('recovery', (select array_agg(a.attname::text) from pg_attribute a
  where a.attrelid = 'recovery'::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'seal'));
