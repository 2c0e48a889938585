export {
  addSetting,
  getSetting,
  listSettings,
  type NewSetting,
  onePersonOffice,
  type SettingDef,
  type SettingLine,
  type SettingPlace,
} from './settings.ts';
