import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Dialog, PrintPage, Shape, usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { delayTask, type Task } from './data.ts';
import { dayWords, dueWords, partByDue, urgency } from './due.ts';

/** 今天要办, by due day; a task closes by itself when its fact is there. */
export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const { now, old, soon, next } = partByDue(tasks);
  const go = useGo();
  const [at, setAt] = useState(0);
  const [put, setPut] = useState<Task>();
  const chosen = now[at];
  useShortcuts({
    j: { words: '下一件', run: () => setAt(Math.min(at + 1, now.length - 1)) },
    k: { words: '上一件', run: () => setAt(Math.max(at - 1, 0)) },
    ...(chosen ? { Enter: { words: '打开', run: () => go(chosen.href) } } : {}),
  });
  return (
    <section aria-labelledby="todo">
      <div className="part">
        <h2 id="todo">
          今天要办<span className="n">{now.length}</span>
        </h2>
        <span className="t2">按到期日</span>
        <span className="grow" />
        <PrintTasks tasks={[...now, ...old, ...soon]} />
      </div>
      {now.length === 0 && (
        <p className="nothing">
          今天没有到期的事。
          {next && (
            <>
              下一件：{next.dueOn.slice(5)} <GoLink to={next.href}>{next.text}</GoLink>。
            </>
          )}
        </p>
      )}
      <ul className="todo">
        {now.map((task, index) => (
          <TaskLine key={task.key} task={task} isAt={index === at} onDelay={() => setPut(task)} />
        ))}
        <Later words="往后 30 天" tasks={soon} onDelay={setPut} />
        <Later words="一年以前的，还没有办结" tasks={old} onDelay={setPut} />
      </ul>
      {put && <DelayDialog task={put} onClose={() => setPut(undefined)} />}
    </section>
  );
}

interface LaterProps {
  readonly words: string;
  readonly tasks: readonly Task[];
  readonly onDelay: (task: Task) => void;
}

/** What does not have to be done today, under a line that says why it is told. */
function Later({ words, tasks, onDelay }: LaterProps) {
  if (tasks.length === 0) return null;
  return (
    <>
      <li className="later head">
        <span>{words}</span>
      </li>
      {tasks.map((task) => (
        <TaskLine key={task.key} task={task} isLater onDelay={() => onDelay(task)} />
      ))}
    </>
  );
}

interface TaskLineProps {
  readonly task: Task;
  readonly isAt?: boolean;
  readonly isLater?: boolean;
  readonly onDelay: () => void;
}

/** Tasks that are only told to whoever may do them, though he enters nothing himself. */
const FOR_REVIEWERS = 'standard:';

function TaskLine({ task, isAt, isLater, onDelay }: TaskLineProps) {
  const { today, user } = useSession();
  const mayWrite = user?.actions.includes('records.write') === true;
  const mark = urgency(task);
  const tone = mark === 'must' ? 'stop' : mark === 'check' ? 'check' : 't2';
  return (
    <li className={isAt ? 'at' : isLater ? 'later' : undefined} title={`规则：${task.rule}`}>
      <span className={tone}>{mark && <Shape kind={mark} />}</span>
      <span>{dayWords(task.dueOn, today)}</span>
      <span className={mark === 'must' ? 'stop b' : tone}>{dueWords(task.daysLeft)}</span>
      <GoLink className="plain" to={task.href}>
        {task.text}
      </GoLink>
      <span className="t2 nowrap">
        {task.delayedBecause ? `改天：${task.delayedBecause}` : task.note}{' '}
        {mayWrite && (
          <button type="button" className="lnk" onClick={onDelay}>
            改天
          </button>
        )}
      </span>
      <GoLink className={isLater ? undefined : 'btn s'} to={task.href}>
        {mayWrite || task.key.startsWith(FOR_REVIEWERS) ? task.action : '打开'}
      </GoLink>
    </li>
  );
}

function DelayDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { division } = useScope();
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const save = async () => {
    try {
      await delayTask(division, task.key, until, reason);
      await queryClient.invalidateQueries({ queryKey: ['home'] });
      onClose();
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    }
  };
  return (
    <Dialog title={`改天：${task.text}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="row gap3">
          改到
          <input
            type="date"
            className="field"
            aria-label="改到哪天"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
          <input
            className="field grow"
            aria-label="理由"
            placeholder="为什么改天"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </p>
        <p role="alert" className="stop">
          {problem}
        </p>
        <button type="submit" className="btn pri" disabled={until === '' || reason.trim().length < 2}>
          改天
        </button>
      </form>
    </Dialog>
  );
}

function PrintTasks({ tasks }: { tasks: readonly Task[] }) {
  const { divisionName, asOf } = useScope();
  const print = usePrint();
  if (tasks.length === 0) return null;
  const run = () =>
    print(
      <PrintPage
        title="待办单"
        office={divisionName}
        asOf={asOf}
        rows={tasks}
        rowKey={(task) => task.key}
        rowMm={10}
        columns={[
          { key: 'due', title: '到期日', mm: 26, cell: (task) => task.dueOn },
          { key: 'left', title: '期限', mm: 30, cell: (task) => dueWords(task.daysLeft) },
          { key: 'text', title: '要办的事', cell: (task) => task.text },
          { key: 'note', title: '责任单位 / 说明', mm: 40, cell: (task) => task.note },
          { key: 'done', title: '办结', mm: 20, cell: () => '' },
        ]}
      />,
    );
  return (
    <button type="button" className="lnk" onClick={run}>
      印待办单
    </button>
  );
}
