import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserOf, type Told, underway } from './support/browser.ts';
import { changedTables } from './support/kill.ts';
import { answers, type Office, openOffice, readable } from './support/office.ts';
import { pauseAt } from './support/pause.ts';
import { mountSmallDisk } from './support/small-disk.ts';
import { drop, keepBatch, type Life, lifeOf, take } from './support/steps.ts';
import { makeTown } from './support/town.ts';

const disk = mountSmallDisk(512);
if (typeof disk === 'string') process.stdout.write(`a full disk is not tried: ${disk}\n`);

/** More than a few pages of the database: it cannot be written where there is no room. */
const MANY = 3_000;
let office: Office;
let life: Life;

const refusedFull = ({ status, body }: Told) => {
  readable({ status, body });
  expect(body.refusals?.[0]).toMatchObject({
    code: 'disk_full',
    message: expect.stringMatching(/磁盘.*满了.*没有动.*腾出空间/),
  });
};
const whole = async () => expect((await office.beside().verify()).findings).toEqual([]);

describe.skipIf(typeof disk === 'string')('a disk that runs full', () => {
  if (typeof disk === 'string') return;
  const dataDir = join(disk.path, 'data');

  beforeAll(async () => {
    process.env.SHUANGYONG_KEYS = join(disk.path, 'keys');
    await makeTown(dataDir, 10);
    office = await openOffice(dataDir, '2018-12-20');
    life = await lifeOf('2018-01', MANY);
    await drop(office.by, life);
  });
  afterAll(async () => {
    disk.clear();
    await office?.stop();
    disk.remove();
  });

  test('too little room: nothing is written any more, everything can be read, also by who signs in now', async () => {
    const before = await office.beside().counts();
    disk.leave(40);
    refusedFull(await take('open', office.by, life));
    refusedFull(await take('import', office.by, life));
    const newcomer = await browserOf(office.program.origin, 'reviewer');
    expect((await newcomer.send('GET', '/pay')).status).toBe(200);
    expect(changedTables(before, await office.beside().counts())).toEqual([]);
    disk.clear();
    const opened = await take('open', office.by, life);
    expect(opened.status).toBe(201);
    keepBatch(life, opened.body);
    await whole();
  });

  test('no room in the middle of a step: told so, all of it taken back; with room it goes on by itself', async () => {
    const before = await office.beside().counts();
    const pause = await pauseAt(office.beside().pool, 'spell');
    const asked = underway(take('import', office.by, life));
    expect(await pause.reached(asked.isOver)).toBe(true);
    disk.leave(0);
    await pause.release();
    const told = await asked.told;
    expect(told).toBeDefined();
    if (told) refusedFull(told);
    disk.clear();
    await answers(office.program, office.by.maker);
    expect(office.program.isRunning()).toBe(true);
    expect(changedTables(before, await office.beside().counts())).toEqual([]);
    expect((await take('import', office.by, life)).status).toBeLessThan(300);
    const { spell = 0 } = before;
    expect(await office.beside().counts()).toMatchObject({ spell: spell + MANY, meeting: 1 });
    expect((await take('submit', office.by, life)).status).toBe(200);
    await whole();
  });

  test('killed and started again without room: it can be read or says why not, and works once there is room', async () => {
    const before = await office.beside().counts();
    await office.program.kill('both');
    disk.leave(0);
    const started = await office.program.start().then(
      () => true,
      (error: Error) => {
        expect(error.message).toMatch(/磁盘.*满了.*腾出空间/);
        return false;
      },
    );
    if (started) {
      await answers(office.program, office.by.maker);
      refusedFull(await take('review', office.by, life));
    }
    disk.clear();
    await office.comeBack(started ? 'database' : 'both');
    expect(changedTables(before, await office.beside().counts())).toEqual([]);
    expect((await take('review', office.by, life)).status).toBe(200);
    await whole();
  });
});
