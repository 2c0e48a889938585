import { Tabs } from '../../components/index.ts';
import { tabsBeside } from '../ledger/ledgers.ts';

const PATH = '/pay/standards';

/** The tabs of the room this page stands in. */
export function RoomTabs() {
  return <Tabs items={tabsBeside(PATH)} current={PATH} />;
}
