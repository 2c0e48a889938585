import { fen, yuanDisplay } from '@shuangyong/values';
import { Money, Shape } from '../../components/index.ts';
import type { Batch, LinesAsked } from './data.ts';
import { signed, TEXTS } from './texts.ts';

interface SummaryProps {
  readonly batch: Batch;
  readonly onReason: (reason: NonNullable<LinesAsked['reason']>) => void;
}

/** The four reasons that every month has stand there also at nothing; the rest only where there is something. */
const ALWAYS: readonly string[] = ['提标', '新增', '停发', '补差'];
const isShown = ({ reason, people }: Batch['differences'][number]) => people > 0 || ALWAYS.includes(reason);

/** +3, 0, −2: with a true minus, as amounts have it. */
const headsText = (heads: number) => signed(String(heads).replace('-', '−'));

const text = (amount: number) => signed(yuanDisplay(fen(amount)));

/** This month beside the last one; each yuan of the difference has its reason. */
export function Summary({ batch, onReason }: SummaryProps) {
  const { previous, people, totalFen, differences } = batch;
  const difference = totalFen - (previous?.totalFen ?? 0);
  const heads = people - (previous?.people ?? 0);
  const explained = differences.reduce((sum, one) => sum + one.fen, 0);
  return (
    <>
      <table className="t in">
        <tbody>
          <tr>
            <td className="b">{batch.isMore ? '本批' : '本月'}</td>
            <td className="r n">{people} 人</td>
            <td className="r b m pay-total">
              <Money fen={totalFen} plain />
            </td>
          </tr>
          {!batch.isMore && (
            <tr>
              <td>{previous === null ? '上月' : `上月（${previous.month}）`}</td>
              <td className="r n">{previous === null ? '—' : `${previous.people} 人`}</td>
              <td className="r m">
                <Money fen={previous?.totalFen} plain missing="—" />
              </td>
            </tr>
          )}
          {!batch.isMore && (
            <tr className="sum">
              <td>差（元）</td>
              <td className="r n">{headsText(heads)} 人</td>
              <td className="r m">{text(difference)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <h3>
        {TEXTS.allReasons}{' '}
        {explained === difference ? (
          <span className="done">
            <Shape kind="ok" />
          </span>
        ) : (
          <span className="stop">还差 {text(difference - explained)}，请重算</span>
        )}
      </h3>
      <table className="t in tight">
        <tbody>
          {differences.filter(isShown).map(({ reason, people: count, fen: amount }) => (
            <tr key={reason} className={count === 0 ? 't2' : undefined}>
              <td>{reason}</td>
              <td className="r n">
                {count === 0 ? (
                  '0 人'
                ) : (
                  <button type="button" className="fig" onClick={() => onReason(reason)}>
                    {count} 人
                  </button>
                )}
              </td>
              <td className="r m">{amount === 0 ? '0.00' : text(amount)}</td>
            </tr>
          ))}
          <tr className="sum">
            <td>合计</td>
            <td />
            <td className="r m">{text(explained)}</td>
          </tr>
        </tbody>
      </table>
      <Standing batch={batch} />
    </>
  );
}

/** Where the money stands once it has left, and what is held. */
function Standing({ batch: { held, inTransit, paid, returned, cancelled, claims } }: { batch: Batch }) {
  const rows = [
    ['缓发', held],
    ['在途', inTransit],
    ['已到账', paid],
    ['退回', returned],
    ['作废', cancelled],
  ] as const;
  const shown = rows.filter(([, { lines }]) => lines > 0);
  if (shown.length === 0 && claims.count === 0) return null;
  return (
    <table className="t in tight pay-standing">
      <tbody>
        {shown.map(([words, { lines, fen: amount }]) => (
          <tr key={words}>
            <td>{words}</td>
            <td className="r n">{lines} 笔</td>
            <td className="r m">
              <Money fen={amount} plain />
            </td>
          </tr>
        ))}
        {claims.count > 0 && (
          <tr>
            <td>列入追回</td>
            <td className="r n">{claims.count} 笔</td>
            <td className="r m">
              <Money fen={claims.fen} plain />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
