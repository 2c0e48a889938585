import { fen, yuanDisplay } from '@shuangyong/values';
import { GoLink } from '../../app/links.tsx';
import { parseSearch } from '../../app/search.ts';
import { Mark } from '../../components/index.ts';
import type { HomeProblem } from './data.ts';

/** An address of the server as a link: the path, and what narrows the list behind `?`. */
function placeOf(href: string) {
  const [to = '/', query = ''] = href.split('?');
  return { to, search: parseSearch(query) };
}

/** 有问题: what looks wrong in the year's records; only what was found. */
export function Problems({ problems }: { problems: readonly HomeProblem[] }) {
  return (
    <section aria-labelledby="wrong">
      <div className="part">
        <h2 id="wrong">
          有问题<span className="n">{problems.length}</span>
        </h2>
      </div>
      {problems.length === 0 && <p className="nothing">本年的记录里没有发现问题。</p>}
      <ul className="wrong">
        {problems.map((problem) => (
          <li key={problem.code}>
            <Mark kind={problem.severity === '必须' ? 'stop' : 'check'} />
            <GoLink className="plain" {...placeOf(problem.href)}>
              {problem.text}
            </GoLink>
            <span className="r">
              {problem.count} {problem.unit}
            </span>
            <span className="r">{problem.amountFen ? `¥${yuanDisplay(fen(problem.amountFen))}` : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
