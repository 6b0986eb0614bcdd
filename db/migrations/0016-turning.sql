-- The keyring turns (walls §1.8): an epoch that has ended takes no new key with it. The oldest that lives stands here, and
-- what would be wrapped under an older one is refused, so that nothing is ever sealed under a key that is gone.

alter table installation add oldest_epoch int not null default 1;

create function app.refuse_ended_epoch() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if new.wrapped is not null and new.epoch < (select oldest_epoch from installation) then
    raise exception 'epoch-ended' using errcode = 'P0411';
  end if;
  return new;
end $$;
revoke execute on function app.refuse_ended_epoch() from public;
-- Turning itself changes 180,000 rows at once and knows what it does: only what is new is asked.
create trigger refuse_ended_epoch before insert on shelf for each row execute function app.refuse_ended_epoch();
create trigger refuse_ended_epoch before insert on pin for each row execute function app.refuse_ended_epoch();
