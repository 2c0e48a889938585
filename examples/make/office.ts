import type { Row } from './contract.ts';
import { TOWN, VILLAGES } from './people.ts';

/** 单位 and 村(社区) of a year. */
export function unit(year: number): Row[] {
  return [
    {
      行政区划代码: TOWN.code,
      名称: TOWN.name,
      上级名称: TOWN.county,
      年度: year,
      人口: 21_460,
      '村(社区)数': VILLAGES.length,
    },
  ];
}

export function villages(): Row[] {
  return VILLAGES.map((name, i) => ({
    名称: name,
    代码: `${TOWN.code.slice(0, 9)}${i === 0 ? '001' : String(200 + i)}`,
  }));
}

const OLD_GROUP = '映双〔2016〕1号';
const NEW_GROUP = '映双〔2017〕1号';

/** The leading group; in March 2017 one member left and one joined. */
export function leadingGroup(year: number): Row[] {
  const member = (name: string, post: string, role: string): Row => ({
    姓名: name,
    单位职务: post,
    组内职务: role,
    任职日期: '2016-02-22',
    文件号: OLD_GROUP,
  });
  const standing = [
    member('程立群', '镇党委书记', '组长'),
    member('余海峰', '镇党委副书记、镇长', '副组长'),
    member('汪振武', '镇党委委员、武装部长', '副组长'),
    member('江秀兰', '镇党政办主任', '成员'),
    member('陶文斌', '镇财政所所长', '成员'),
    member('储国庆', '镇民政办主任', '成员'),
    member('方晓东', '镇派出所所长', '成员'),
    member('潘玉芝', '镇中心学校校长', '成员'),
    member('叶长春', '镇卫生院院长', '成员'),
  ];
  const leaving = member('贺新民', '镇人社所所长', '成员');
  // Left blank in 2016, so that the older workbook, taken in later, does not undo the number of 2017.
  if (year === 2016) return [...standing, { ...leaving, 文件号: undefined }];
  return [
    ...standing,
    { ...leaving, 离任日期: '2017-03-20', 文件号: NEW_GROUP },
    { ...member('卫思远', '镇人社所所长', '成员'), 任职日期: '2017-03-20', 文件号: NEW_GROUP },
  ];
}
