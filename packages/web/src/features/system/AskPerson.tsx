import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';
import { useScope } from '../../app/scope.ts';
import { Dialog, ErrorSummary, Field, useFilter } from '../../components/index.ts';
import { useAsk } from './useAsk.ts';

export interface Asked {
  readonly name: string;
  readonly lines: readonly components['schemas']['LogLine'][];
}

interface AskPersonProps {
  readonly asked: Asked | undefined;
  readonly onAsk: (asked: Asked | undefined) => void;
}

function Question({ onAsk, onClose }: { onAsk: (asked: Asked) => void; onClose: () => void }) {
  const { division } = useScope();
  const [from] = useFilter('from');
  const [to] = useFilter('to');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const { busy, errors, run } = useAsk('who');
  const ask = async () => {
    const wrong = [
      ...(name.trim() === '' ? [{ field: 'who', message: '请写姓名。' }] : []),
      ...(reason.trim() === '' ? [{ field: 'why', message: '请写理由。' }] : []),
    ];
    const answered = await run(wrong, async () => {
      const body = {
        name: name.trim(),
        reason: reason.trim(),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      };
      const { lines } = await answer(
        api.POST('/api/audit/by-person', { params: { query: { division } }, body }),
      );
      onAsk({ name: body.name, lines });
      return '';
    });
    if (answered) onClose();
  };
  return (
    <Dialog title="按人查" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void ask();
        }}
      >
        <ErrorSummary errors={errors} />
        <Field id="who" label="谁" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field id="why" label="理由" hint="这一问也记进日志，本人和管理员都看得到。" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="btn pri" disabled={busy}>
          查
        </button>
      </form>
    </Dialog>
  );
}

/** What a colleague did: the auditor names him and says why. */
export function AskPerson({ asked, onAsk }: AskPersonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {asked ? (
        <button type="button" className="btn" onClick={() => onAsk(undefined)}>
          只看{asked.name}　取消
        </button>
      ) : (
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          按人查…
        </button>
      )}
      {open && <Question onAsk={onAsk} onClose={() => setOpen(false)} />}
    </>
  );
}
