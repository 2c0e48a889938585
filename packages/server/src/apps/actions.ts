import type { Action } from '../kernel/context.ts';
import type { SearchSource } from '../platform/search/index.ts';

interface PageAction {
  readonly label: string;
  readonly path: string;
  readonly tab?: string;
  readonly needs: Action;
  /** Other words people type for it. */
  readonly words: string;
}

const ACTIONS: readonly PageAction[] = [
  { label: '导入旧表', path: '/import', needs: 'imports.write', words: 'excel 表格 上传 模板' },
  { label: '导入记录', path: '/import/log', needs: 'imports.write', words: '撤回 撤销 回执' },
  { label: '收件箱', path: '/inbox', needs: 'people.read', words: '变更 待办 复核' },
  { label: '人员名册', path: '/people', needs: 'people.read', words: '花名册 优抚对象 名单' },
  { label: '走访帮扶', path: '/care', needs: 'records.read', words: '慰问 走访单' },
  { label: '工作台账', path: '/ledger', needs: 'records.read', words: '会议 活动 宣传 经费' },
  { label: '档案', path: '/archive', needs: 'papers.read', words: '材料 照片 签到表 文件' },
  { label: '年度总结', path: '/report', needs: 'report.read', words: '报告 签发 导出 docx' },
  { label: '用户与权限', path: '/system', tab: 'users', needs: 'users.manage', words: '添加用户 口令 角色' },
  { label: '参数', path: '/system', tab: 'settings', needs: 'settings.write', words: '一人办公 设置' },
  { label: '日志', path: '/system', tab: 'log', needs: 'audit.read', words: '链校验 谁改的' },
  { label: '备份恢复', path: '/system', tab: 'backup', needs: 'backup.run', words: '现在备份 恢复演练' },
];

/** Pages by what is done on them. */
export const actionSearch: SearchSource = {
  title: '去办',
  needs: 'signedIn',
  find: async (_, ctx, { code, text, limit }) =>
    ACTIONS.filter(({ label, words, needs }) => `${label} ${words}`.includes(text) && ctx.may(needs, code))
      .slice(0, limit)
      .map(({ label, path, tab, words }) => ({
        label,
        detail: words,
        opens: { type: 'page', path, ...(tab ? { tab } : {}) },
      })),
};
