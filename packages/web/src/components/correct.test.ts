import { describe, expect, it } from 'vitest';
import { changesOf } from './CorrectPanel.tsx';
import { titleOf } from './PaperDrop.tsx';

describe('a correction', () => {
  const fields = [
    { field: 'diedOn', header: '死亡日期', old: '' },
    { field: 'village', header: '村', old: '河湾村' },
  ];
  it('sends only what differs from the old value', () => {
    expect(changesOf(fields, { diedOn: '2017-08-14', village: '河湾村 ' })).toEqual({ diedOn: '2017-08-14' });
    expect(changesOf(fields, {})).toEqual({});
  });
  it('can clear a value', () => {
    expect(changesOf(fields, { village: '' })).toEqual({ village: '' });
  });
});

describe('a paper', () => {
  it('is first called what its file is called', () => {
    expect(titleOf('07-28 座谈会签到.jpg')).toBe('07-28 座谈会签到');
    expect(titleOf('民发〔2017〕154号')).toBe('民发〔2017〕154号');
  });
});
