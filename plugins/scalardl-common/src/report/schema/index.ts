export {
  REPORT_SCHEMA_URL,
  reportJsonSchema,
  reportSchema,
} from './reportSchema';
