export type {
  SarifLog,
  SarifLocation,
  SarifResult,
  SarifRule,
  SarifRun,
} from './log';
export * from './toSarif';
