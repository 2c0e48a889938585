import { useCallback, useState } from 'react';
import { useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { useAsk } from '../system/useAsk.ts';
import { type EnteredPackage, enterPackage } from './data.ts';

/** Entering in two steps: the effect of this very text is looked at first, then the text is entered. */
export function useEntering(field: string, onEntered: () => void = () => undefined) {
  const { division } = useScope();
  const go = useGo();
  const { busy, errors, run } = useAsk(field);
  const [asked, setAsked] = useState('');
  const [seen, setSeen] = useState('');
  const enter = (text: string, origin: Exclude<EnteredPackage['origin'], 'derived'>) =>
    run([], async () => {
      const { id, title } = await enterPackage(division, text, origin);
      onEntered();
      go(`/pay/standards/p/${id}`);
      return `已录入：${title}`;
    });
  const onSeen = useCallback(() => setSeen(asked), [asked]);
  return { busy, errors, asked, seen, look: setAsked, onSeen, enter };
}
