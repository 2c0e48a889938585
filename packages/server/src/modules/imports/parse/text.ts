import {
  type Day,
  identityBirthDay,
  identityCheckDigit,
  normaliseIdentity,
  parseIdentity,
} from '@shuangyong/values';
import { characterCount, cleanName, cleanText, halfWidth } from './clean.ts';
import { type CellParser, problem } from './parsed.ts';

const LONGEST_TEXT = 2_000;
const LONGEST_NAME = 50;
const EXACT_DIGITS = 15;

/** Text as written, at most 2,000 characters. What starts with `=` is text. */
export const parseText: CellParser = (cell) => {
  const text = cell.type === 'bool' ? (cell.text === 'TRUE' ? '是' : '否') : cleanText(cell.text);
  if (text.length <= LONGEST_TEXT || characterCount(text) <= LONGEST_TEXT) return text === '' ? null : text;
  return problem(
    'text_too_long',
    `这一格有 ${characterCount(text)} 个字，最多 ${LONGEST_TEXT} 个。请缩短，全文可作材料挂上。`,
  );
};

export const parseName: CellParser = (cell) => {
  const name = cleanName(cell.text);
  if (name.length <= LONGEST_NAME || characterCount(name) <= LONGEST_NAME) return name === '' ? null : name;
  return problem('text_too_long', `姓名最多 ${LONGEST_NAME} 个字。请核对是不是填错了列。`);
};

/** The form village names are compared in. */
export const parseVillage: CellParser = (cell) => {
  const name = halfWidth(cell.text);
  if (name === '') return null;
  return characterCount(name) <= LONGEST_NAME
    ? name
    : problem('text_too_long', `村名最多 ${LONGEST_NAME} 个字。请核对是不是填错了列。`);
};

const asNumber = problem(
  'id_as_number',
  '身份证号被存成了数字，末几位已丢失，不能改单元格格式补救。请把这一格设为文本，照原件重填。',
);

/** A checked number of 18 digits; 15 digits are converted. A long number cell has lost its last digits. */
export function identityParser(today: Day): CellParser {
  return (cell) => {
    const text = normaliseIdentity(halfWidth(cell.text));
    const isNumber = cell.type === 'number' && text.length > EXACT_DIGITS;
    if (isNumber || /^\d(?:\.\d+)?E\+?\d{2}$/.test(text)) return asNumber;
    const number = parseIdentity(text);
    if (typeof number === 'object') return identityProblem(number.problem, text);
    if (identityBirthDay(number) > today) return identityProblem('birthDate', text);
    return number;
  };
}

function identityProblem(what: 'format' | 'birthDate' | 'checkDigit', text: string) {
  if (what === 'birthDate')
    return problem('id_birth_date', '号码里的出生日期不存在。请核对原件后改正再导入。');
  if (what === 'checkDigit')
    return problem(
      'id_check_digit',
      `校验位不对，应为 ${identityCheckDigit(text)}。请核对原件后改正再导入。`,
    );
  const length = characterCount(text);
  const isWhole = length === 18 || length === 15;
  const wrong = isWhole
    ? '号码里有数字以外的字（只有末位可以是 X）'
    : `应为 18 位（或老的 15 位），这里是 ${length} 位`;
  return problem('id_check_digit', `${wrong}。请核对原件后改正再导入。`);
}

/** Digits of an account; spaces and dashes between groups are not part of it. */
export const parseAccount: CellParser = (cell) => {
  const account = halfWidth(cell.text).replace(/-/g, '');
  if (cell.type === 'number' && account.length > EXACT_DIGITS)
    return problem('id_as_number', '账号被存成了数字，末几位已丢失。请把这一格设为文本，照存折重填。');
  if (account.length > LONGEST_NAME) return problem('text_too_long', '账号太长。请核对是不是填错了列。');
  return account === '' ? null : account;
};

export const parsePhone: CellParser = (cell) => {
  const phone = halfWidth(cell.text);
  if (phone.length > LONGEST_NAME * 2) return problem('text_too_long', '电话太长。请核对是不是填错了列。');
  return phone === '' ? null : phone;
};
