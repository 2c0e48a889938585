import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { kindsQuery } from '../../api/data.ts';
import { GoLink } from '../../app/links.tsx';
import { PageBar, Part } from '../../components/index.ts';
import '../ledger/ledger.css';
import { WholeOfPaper } from './PaperPanel.tsx';

/** One paper on a page of its own: where records, figures and search lead. */
export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const kinds = useQuery(kindsQuery);
  return (
    <div className="page">
      <PageBar title="材料">
        <GoLink to="/archive">看全部档案</GoLink>
      </PageBar>
      <div className="onerecord">
        <Part query={kinds}>
          {(all) => {
            const kind = all.find((one) => one.kind === 'paper');
            return kind === undefined ? null : <WholeOfPaper key={id} kind={kind} id={id} />;
          }}
        </Part>
      </div>
    </div>
  );
}
