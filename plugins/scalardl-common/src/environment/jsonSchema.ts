import * as z from 'zod';
import { environmentSchema } from './schema';

/** Where the published JSON Schema of the environment file stands; editors load it from here. */
export const ENVIRONMENT_SCHEMA_URL =
  'https://raw.githubusercontent.com/scalardl-on-eks/scalardl-on-eks/main/plugins/scalardl-common/schema/environment.v1.json';

/** The JSON Schema (draft 2020-12) of the environment file as a person writes it: keys with defaults are optional. */
export function environmentJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(environmentSchema, {
    io: 'input',
    target: 'draft-2020-12',
  });
  return {
    $schema,
    $id: ENVIRONMENT_SCHEMA_URL,
    title: 'ScalarDL on EKS: environment',
    description:
      'One EKS cluster for ScalarDL Ledger and one for ScalarDL Auditor, and what stands around them.',
    ...schema,
  };
}
