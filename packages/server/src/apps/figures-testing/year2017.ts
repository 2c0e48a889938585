import { monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { COUNTY, hashOf, townOf, type Values } from './ledger.ts';

const JAN = monthOf(2017, 1);
const VOID = { voided_at: '2018-01-01T00:00:00Z', voided_by: '测试', void_reason: '录错' };
const VILLAGE = '00000000-0000-7000-8000-000000000001';
const FILE = hashOf('a photo');

/** One township's small year, every figure of which the tests work out by hand. */
export async function fillYear(db: Db, divisionId: string): Promise<void> {
  const { record, person, prove, merge } = townOf(db, divisionId);
  const at = { village_id: VILLAGE };

  // The roll: 甲 fights and is disabled; 乙 died in June, 丙 began in March, 丁 is a family, 戊 and 戊二 are one man.
  const [jia, yi, bing, ding, wu, wu2] = [
    await person('甲', at),
    await person('乙', at),
    await person('丙', at),
    await person('丁', at),
    await person('戊', at),
    await person('戊二', at),
  ];
  await merge(wu2, wu);
  const spell = (who: string, name: string, category: string, more: Values = {}) =>
    record('spell', {
      name,
      identity_hash: hashOf(name),
      person_id: who,
      category,
      from_month: monthOf(2010, 1),
      ...at,
      ...more,
    });
  await spell(jia, '甲', '残疾军人', { grade: 8, low_income: true });
  await spell(jia, '甲', '参战退役人员');
  await spell(yi, '乙', '农村籍退役士兵', { died_on: '2017-06-20' });
  await spell(bing, '丙', '带病回乡退伍军人', { from_month: monthOf(2017, 3), extreme_hardship: false });
  await spell(ding, '丁', '现役军人家属');
  await spell(wu, '戊', '烈士子女');
  await spell(wu2, '戊二', '烈士子女');
  await spell(jia, '甲', '参试退役人员', VOID);

  const paid = (who: string, name: string, fen: number, more: Values = {}) =>
    record('paid_line', {
      ...{ name, identity_hash: hashOf(name), person_id: who, item: '抚恤补助', amount_fen: fen },
      ...{ from_month: JAN, to_month: JAN, paid_on: '2017-01-20' },
      ...more,
    });
  const first = await paid(jia, '甲', 100_00);
  await prove('paidLine', first, { original_at: '财政所 3 柜' });
  await paid(jia, '甲', 60_00, { paid_on: '2017-02-20' });
  await paid(yi, '乙', 50_00);
  await paid(yi, '乙', 20_00, {
    item: '扣回',
    paid_on: '2017-08-01',
    from_month: monthOf(2017, 7),
    to_month: monthOf(2017, 7),
  });
  await paid(bing, '丙', 70_00, {
    paid_on: '2017-04-10',
    from_month: monthOf(2017, 3),
    to_month: monthOf(2017, 3),
  });
  await paid(wu, '戊', 10_00);
  await paid(wu2, '戊二', 5_00);
  await paid(jia, '甲', 999_00, { item: '慰问金' });
  await paid(jia, '甲', 888_00, { paid_on: '2018-01-05' });
  await paid(jia, '甲', 777_00, VOID);

  const allowance = (soldier: string, fen: number, more: Values = {}) =>
    record('conscript_allowance', {
      soldier_name: soldier,
      payee_name: '家长',
      amount_fen: fen,
      paid_on: '2017-07-28',
      benefit_year: 2017,
      ...more,
    });
  await allowance('兵一', 100_01, { soldier_identity_hash: hashOf('兵一') });
  await allowance('兵一', 100_00, { soldier_identity_hash: hashOf('兵一'), paid_on: '2017-12-01' });
  await allowance('兵二', 100_00);
  await allowance('兵三', 100_00, { paid_on: '2016-07-28', benefit_year: 2017 });

  const member = (name: string, more: Values) =>
    record('group_member', {
      name,
      post: '所长',
      group_post: '成员',
      joined_on: '2016-02-22',
      document_no: '1号',
      ...more,
    });
  await member('组长', {});
  await member('离任', { left_on: '2017-03-20' });
  await member('接任', { joined_on: '2017-03-20', document_no: '2号' });
  await member('后来', { joined_on: '2017-09-01', document_no: null });

  const meeting = (day: string, type: string, topic: string, more: Values = {}) =>
    record('meeting', { held_on: day, meeting_type: type, topic, ...more });
  await meeting('2017-02-15', '领导小组', '部署', {
    invited: 10,
    attended: 9,
    resolution: '一',
    done_on: '2017-03-01',
  });
  await meeting('2017-02-15', '领导小组', '部署', {
    invited: 10,
    attended: 9,
    resolution: '二',
    done_on: '2018-01-20',
  });
  await meeting('2017-03-01', '党委', '研究', { invited: 9 });
  await meeting('2017-05-18', '议军', '议军', {});
  await meeting('2017-06-22', '联席', '联席', { invited: 5, attended: 5 });
  await meeting('2017-01-12', '座谈会', '春节座谈', { attended: 24 });
  await meeting('2017-07-28', '座谈会', '八一座谈', { attended: 30 });
  await meeting('2016-07-28', '领导小组', '去年', {});
  await meeting('2017-04-01', '领导小组', '作废', VOID);

  const fund = (type: string, fen: number) =>
    record('fund_entry', { entered_on: '2017-03-01', entry_type: type, purpose: '双拥', amount_fen: fen });
  await fund('预算', 5000_00);
  await fund('支出', 1200_50);
  await fund('支出', 300_00);

  const piece = (day: string, type: string, quantity: number, more: Values = {}) =>
    record('publicity', { placed_on: day, publicity_type: type, quantity, measure: '个', ...more });
  await piece('2017-03-01', '专栏', 2);
  await piece('2015-06-01', '永久性标牌', 1);
  await piece('2012-06-01', '永久性标牌', 1, { removed_on: '2016-12-10' });
  await piece('2016-05-18', '双拥街', 1);
  await piece('2017-05-18', '双拥公园', 1, { removed_on: '2018-02-01' });
  await piece('2017-07-25', '横幅', 15, { removed_on: '2017-08-15' });
  await piece('2017-07-25', '宣传栏', 3);
  await piece('2017-07-25', '电子屏', 40);
  await piece('2017-07-25', '广播', 50);
  await piece('2017-07-25', '明白纸', 200);
  await piece('2017-07-25', '慰问信', 400);
  await piece('2017-07-25', '媒体采用', 3);

  const activity = (day: string, type: string, title: string, attendance: number, more: Values = {}) =>
    record('activity', { held_on: day, activity_type: type, title, attendance, ...more });
  const sweeping = await activity('2017-04-04', '祭扫', '清明', 213, {
    is_estimate: true,
    audience: '干部群众',
  });
  await activity('2017-04-05', '红色教育', '参观', 120, { audience: '映山小学师生' });
  await activity('2017-05-05', '国防教育', '讲座', 107, { audience: '大学生' });
  await activity('2017-07-28', '座谈会', '八一座谈', 32);
  await activity('2017-07-29', '军事训练', '训练', 56);
  await activity('2017-01-18', '文艺', '联欢', 180);
  await activity('2017-03-05', '志愿服务', '服务', 18, { audience: '红领巾志愿服务队' });
  await activity('2017-03-06', '志愿服务', '服务二', 8, { audience: '驻地部队' });
  await activity('2017-11-08', '军民共建', '通道', 20);
  await activity('2017-10-08', '培训', '电工班', 30);
  await activity('2017-10-18', '招聘会', '专场', 60);
  await sql`insert into stored_file (county_id, sha256, size_bytes, media_type, file_name)
    values (${COUNTY}, ${FILE}, 1, 'image/jpeg', '清明.jpg')`.execute(db);
  await prove('activity', sweeping, { title: '清明照片', file_sha256: FILE });

  const visit = (name: string, more: Values) =>
    record('visit', { visited_on: '2017-07-31', name, mode: '上门', ...more });
  await visit('甲', { person_id: jia, festival: '八一', gift_fen: 500_00, signed: true, householder: '甲' });
  await visit('甲妻', { person_id: jia, gift_fen: 500_00, signed: false, householder: '甲' });
  await visit('丁', {
    person_id: ding,
    visited_on: '2017-01-20',
    gift_fen: 300_00,
    goods_fen: 50_00,
    signed: true,
  });
  await visit('路人', { visited_on: '2017-09-01', festival: '中秋', situation: '生活困难' });
  await visit('乙', { person_id: yi, mode: '电话', visited_on: '2017-05-01', situation: '无困难' });

  const aid = (name: string, more: Values) =>
    record('aid_case', { opened_on: '2017-03-06', name, appeal: '看病', ...more });
  await aid('甲', { person_id: jia, amount_fen: 200_00, closed_on: '2017-04-01' });
  await aid('甲', { person_id: jia, amount_fen: 100_00, closed_on: '2018-01-08', appeal: '修房' });
  await aid('丙', { person_id: bing, opened_on: '2016-12-01', closed_on: '2017-01-15' });
  await aid('丙', { person_id: bing, opened_on: '2016-10-01', closed_on: '2016-12-15', appeal: '旧事' });

  const benefit = (type: string, name: string, more: Values = {}) =>
    record('benefit_record', { carried_on: '2017-06-30', benefit_type: type, name, ...more });
  await benefit('低保', '甲', { person_id: jia });
  await benefit('特困', '丙', { person_id: bing });
  await benefit('低保', '二组', { head_count: 4 });
  await benefit('危房改造', '甲', { head_count: 3 });
  await benefit('危房改造', '合计', { head_count: 5, household_count: 2 });
  await benefit('医疗优待', '甲', { person_id: jia });
  await benefit('体检', '甲', { person_id: jia });
  await benefit('喜报', '家长');
  await benefit('立功奖励', '家长', { amount_fen: 1000_00 });
  await benefit('光荣牌', '甲', { explanation: '新挂' });
  await benefit('光荣牌', '乙', { explanation: '更换' });
  await benefit('光荣牌', '丙', { carried_on: '2016-07-30' });
  await benefit('优待证', '甲', { explanation: '申请' });
  await benefit('优待证', '乙', { explanation: '已申请并发放' });
  await benefit('退役报到', '新一');
  await benefit('退役报到', '新二');
  await benefit('就业安置', '新一');
  await benefit('技能培训', '新一', { carried_on: '2017-10-08' });
  await benefit('技能培训', '新二', { carried_on: '2017-11-08' });
  await benefit('子女入学入托', '家长');
  await benefit('子女入学入托', '家长', { carried_on: '2017-09-01' });
  await benefit('随军家属就业', '家属');
  await benefit('应征入伍', '新兵');
  await benefit('结对帮扶', '甲');
  await benefit('代办', '甲');

  const paper = (title: string, more: Values) =>
    record('paper', { title, signed_on: '2017-02-10', paper_class: '组织领导', ...more });
  await paper('2017年双拥工作要点', { document_no: '3号', original_at: '1 盒' });
  await paper('会议纪要', { document_no: '4号' });
  await paper('双拥工作制度', {});
}
