-- The clerk files the paper a write-off rests on and asks for it; the approver, who files none, decides on that.
alter table claim_step drop constraint claim_step_step_check;
alter table claim_step add constraint claim_step_step_check check (step in ('notice', 'plan', 'proposal'));
comment on table claim_step is '追回的告知、计划、报请核销：每步一行';
comment on column claim_step.step is '告知书送达，还款计划，或报请核销';
comment on column claim_step.paper_id is '告知书、协议，或核销依据';
