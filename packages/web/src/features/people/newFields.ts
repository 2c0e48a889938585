const DISABLED = ['grade', 'disability_cause', 'certificate_no'] as const;
const SERVED = ['enlisted_on', 'discharged_on'] as const;
const FAMILY = ['residence', 'certificate_no'] as const;

/** What each category of the roll asks for beyond what everybody is asked. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  残疾军人: DISABLED,
  伤残人民警察: DISABLED,
  伤残国家机关工作人员: DISABLED,
  伤残民兵民工: DISABLED,
  烈士遗属: FAMILY,
  因公牺牲军人遗属: FAMILY,
  病故军人遗属: FAMILY,
  在乡退伍红军老战士: ['enlisted_on', 'support_mode'],
  在乡西路军红军老战士: ['enlisted_on', 'support_mode'],
  红军失散人员: ['enlisted_on', 'support_mode'],
  在乡复员军人: [...SERVED, 'enlistment_era'],
  带病回乡退伍军人: SERVED,
  参战退役人员: SERVED,
  参试退役人员: SERVED,
  铀矿开采退役人员: SERVED,
  农村籍退役士兵: [...SERVED, 'service_years', 'residence'],
  烈士子女: ['residence'],
  其他退役军人: SERVED,
  现役军人家属: [],
};

const UNPAID = ['其他退役军人', '现役军人家属'];
const PAID_INTO = ['bank_name', 'account'] as const;

/** Fields asked for after the category is known, in the order of the form. Nothing before that. */
export function fieldsFor(category: string): readonly string[] {
  const own = OWN[category];
  if (own === undefined) return [];
  const account = UNPAID.includes(category) ? [] : PAID_INTO;
  return ['approved_on', 'from_month', ...own, ...account, 'phone', 'remark'];
}
