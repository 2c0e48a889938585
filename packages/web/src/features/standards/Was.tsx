import { Money } from '../../components/index.ts';

interface WasProps {
  readonly wasFen: number;
  readonly wasUnknown: number;
  readonly personMonths: number;
  readonly plain?: boolean;
}

/** What was due before; where nobody could say, that, and never zero. */
export function Was({ wasFen, wasUnknown, personMonths, plain = false }: WasProps) {
  if (wasUnknown >= personMonths && personMonths > 0) return <span className="t2">不知道</span>;
  return <Money fen={wasFen} plain={plain} />;
}
