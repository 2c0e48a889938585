import { Money } from '../../components/index.ts';
import type { CheckTest, Finding } from './data.ts';

/** Every test with what it found; zero hits stand with how much was checked, for that is the proof. */
export function TestTable({
  tests,
  chosen,
  onChoose,
}: {
  tests: readonly CheckTest[];
  chosen: string | null;
  onChoose: (code: Finding['code']) => void;
}) {
  return (
    <table className="t in tests">
      <colgroup>
        <col className="item" />
        <col />
        <col className="n" />
        <col className="n" />
        <col className="n wide" />
        <col className="n" />
        <col className="looked" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">检查项</th>
          <th scope="col">依据</th>
          <th scope="col" className="r">
            命中
          </th>
          <th scope="col" className="r">
            待核
          </th>
          <th scope="col" className="r">
            属实已办
          </th>
          <th scope="col" className="r">
            不属实
          </th>
          <th scope="col">查了多少</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test) => (
          <TestRow
            key={test.code ?? test.title}
            test={test}
            isChosen={test.code === chosen}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  );
}

function TestRow({
  test,
  isChosen,
  onChoose,
}: {
  test: CheckTest;
  isChosen: boolean;
  onChoose: (code: Finding['code']) => void;
}) {
  const { code, title, basis, hits, waiting, confirmed, dismissed, offFen, looked, lacks } = test;
  if (lacks !== null)
    return (
      <tr className="t2" data-test={title}>
        <td>{title}</td>
        <td colSpan={6}>{lacks}</td>
      </tr>
    );
  const open = code !== null && hits > 0;
  return (
    <tr data-test={title} className={isChosen ? 'at' : undefined}>
      <td className="b">
        {open ? (
          <button type="button" className="lnk" aria-pressed={isChosen} onClick={() => onChoose(code)}>
            {title}
          </button>
        ) : (
          title
        )}
      </td>
      <td className="t2" title={basis}>
        {basis}
      </td>
      <td className="r b">{hits}</td>
      <td className={waiting > 0 ? 'r b' : 'r'}>{hits === 0 ? '' : waiting}</td>
      <td className="r">{hits === 0 ? '' : confirmed}</td>
      <td className="r">{hits === 0 ? '' : dismissed}</td>
      <td className="nowrap">
        {offFen === null ? (
          <>已查 {looked}</>
        ) : (
          <span title={`已查 ${looked}`}>
            差 <Money fen={offFen} />
          </span>
        )}
      </td>
    </tr>
  );
}
