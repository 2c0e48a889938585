import type { Code, Unit } from '@shuangyong/policy';
import { useQuery } from '@tanstack/react-query';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Part } from '../../components/index.ts';
import { historyQuery } from './data.ts';
import { SourceWords } from './RateTables.tsx';
import type { Rate } from './sections.ts';
import { amountText, inUnit, isMoney } from './units.ts';
import { codeWords, keyWords, UNIT_WORDS } from './words.ts';

interface HistoryProps {
  readonly rate: Rate;
  /** Where it is asked for. */
  readonly region: string;
  readonly county: string;
  readonly onClose: () => void;
}

/** All values of one rate, newest first, each with its document. */
export function History({ rate, region, county, onClose }: HistoryProps) {
  const { division } = useScope();
  const { code, key } = rate;
  const history = useQuery(historyQuery(division, rate, region));
  return (
    <DetailPanel title={codeWords(code)} note={keyWords(code as Code, key)} onClose={onClose}>
      <Part query={history}>
        {(rates) => (
          <ol className="std-history">
            {rates.length === 0 && <li>还没有录过。</li>}
            {rates.map((one, index) => (
              <li key={`${one.region} ${one.from} ${one.package}`}>
                <p>
                  <b className="fs-m">
                    {one.amount === null ? '不详' : amountText(one.amount, one.unit as Unit)}
                  </b>{' '}
                  <span className="t2">{UNIT_WORDS[one.unit as Unit]}</span>
                  <Monthly rate={one} />
                  <Step rate={one} before={sameRegion(rates, one, index)} />
                </p>
                <p className="t2">
                  <SourceWords rate={one} county={county} />
                </p>
              </li>
            ))}
          </ol>
        )}
      </Part>
    </DetailPanel>
  );
}

function Monthly({ rate: { amount, unit } }: { rate: Rate }) {
  if (amount === null || !unit.startsWith('fen_per_year')) return null;
  const monthly = unit.replace('year', 'month') as Unit;
  return (
    <span className="t2 std-gap">合每月 {amountText(inUnit(amount, unit as Unit, monthly), monthly)}</span>
  );
}

function sameRegion(rates: readonly Rate[], one: Rate, index: number): Rate | undefined {
  return rates.slice(index + 1).find(({ region }) => region === one.region);
}

/** How much more than the value before, of the same region. */
function Step({ rate, before }: { rate: Rate; before: Rate | undefined }) {
  const unit = rate.unit as Unit;
  if (rate.amount === null || before?.amount == null || !isMoney(unit)) return null;
  const step = rate.amount - inUnit(before.amount, before.unit as Unit, unit);
  return (
    <span className="t2 std-gap">
      比上次{step < 0 ? '减' : '加'} {amountText(Math.abs(step), unit)}
    </span>
  );
}
