-- Every row about money carries the hash of what it said when it was written, so that a cell changed behind the
-- product's back shows. Lines of the ledger and of batches are hashed by their run and batch instead: they are many.

-- Which batch raised a claim when it was opened: its day in the books may be another one, where a month was closed.
alter table claim add column batch_id uuid;
comment on column claim.batch_id is '生成哪个批次时立的；期初的为空';
alter table claim add foreign key (county_id, batch_id) references batch (county_id, id);

-- What is hashed: each cell with its name, empty ones left out, so that a column added later changes no seal of before.
create function sealed_cells(t regclass, among text[], row_name text) returns text language sql stable as $$
  select string_agg(format('%L || %s', a.attname || '=', case a.atttypid::regtype::text
      when 'timestamp with time zone' then format('extract(epoch from %s.%I)::text', row_name, a.attname)
      when 'date' then format('(%s.%I - date ''1970-01-01'')::text', row_name, a.attname)
      when 'bytea' then format('encode(%s.%I, ''hex'')', row_name, a.attname)
      else format('%s.%I::text', row_name, a.attname) end), ', ' order by a.attnum)
  from pg_attribute a where a.attrelid = t and a.attname = any(among)
$$;

-- Adds a column `seal` to a table, a function seal_of(row), and a trigger that seals a new row, and a row whose version
-- has changed where rows have versions. A row that comes with its seal keeps it: that is how a backup is restored.
create function seal_rows(t regclass, among text[], has_versions boolean default false) returns void language plpgsql as $$
declare
  events text := 'insert';
  condition text := 'new.seal is null';
begin
  if has_versions then
    events := 'insert or update';
    condition := 'tg_op = ''INSERT'' and new.seal is null or tg_op = ''UPDATE'' and new.version <> old.version';
  end if;
  execute format('alter table %s add column seal bytea', t);
  execute format('comment on column %s.seal is %L', t, '封印：写下时各栏的散列');
  execute format('create function seal_of(r %s) returns bytea language sql stable as $f$
    select sha256(convert_to(concat_ws(chr(10), %s), ''UTF8'')) $f$', t, sealed_cells(t, among, '(r)'));
  execute format('create function %I() returns trigger language plpgsql as $f$ begin
    if %s then new.seal := sha256(convert_to(concat_ws(chr(10), %s), ''UTF8'')); end if; return new; end $f$',
    'seal_' || t::text, condition, sealed_cells(t, among, 'new'));
  execute format('update %s x set seal = seal_of(x)', t);
  execute format('create trigger seal before %s on %s for each row execute function %I()', events, t, 'seal_' || t::text);
end $$;

create function columns_but(t regclass, variadic mutable text[]) returns text[] language sql stable as $$
  select array_agg(a.attname::text) from pg_attribute a
  where a.attrelid = t and a.attnum > 0 and not a.attisdropped and a.attname <> all(mutable)
$$;

-- Only ever added to.
select seal_rows(t, columns_but(t, '')) from unnest(array['ledger_start', 'right_start', 'start_void', 'ledger_run',
  'award', 'award_revoke', 'pay_account', 'batch', 'batch_event', 'claim', 'claim_step', 'recovery', 'bank_file',
  'line_event', 'exception_answer', 'period_close', 'fund_received', 'slip_void']::regclass[]) as t;
-- A slip moves on; whom it is about and how far he was paid does not change.
select seal_rows('transfer_slip', columns_but('transfer_slip', 'state', 'ended_on', 'ended_by', 'remark'));
-- Money paid before: put right with a new version, linked to people without one.
select seal_rows('paid_line', array['county_id', 'id', 'name', 'identity_hash', 'item', 'from_month', 'to_month',
  'amount_fen', 'paid_on', 'voucher_no', 'version'], true);
select seal_rows('conscript_allowance', array['county_id', 'id', 'soldier_name', 'soldier_identity_hash',
  'payee_name', 'payee_identity_hash', 'amount_fen', 'paid_on', 'benefit_year', 'version'], true);
drop function columns_but;
