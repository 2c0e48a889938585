import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareRoom } from './widths.ts';

describe('the columns of a printed ledger', () => {
  it('are as wide as their words, and the widest takes what is left', () => {
    expect(
      shareRoom(
        [
          ['姓名', '王某'],
          ['情况', '身体健康，生活正常'],
        ],
        100,
      ),
    ).toEqual([11, 89]);
  });
  it('leave a long text only what the short ones do not need', () => {
    const long = '在会议室召开，研究慰问方案、名单和经费，议定三项，由财政所、党政办和各村分头落实'.repeat(3);
    expect(
      shareRoom(
        [
          ['姓名', '王某'],
          ['议题', long],
          ['地点', '镇政府三楼会议室'],
        ],
        120,
      ),
    ).toEqual([11, 74, 35]);
  });
  it('never take more than the room there is', () => {
    const words = fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (columns) => {
        const widths = shareRoom(columns, 180);
        return widths.every((width) => width > 0) && widths.reduce((sum, width) => sum + width, 0) <= 183;
      }),
    );
  });
});
