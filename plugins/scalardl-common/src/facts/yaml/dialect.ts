import type {
  DocumentOptions,
  ParseOptions,
  ScalarTag,
  SchemaOptions,
} from 'yaml';

/**
 * How the program that will use a file reads its YAML. eksctl, Helm and kubectl read YAML 1.1 words such as
 * `yes` and `off` as Booleans and follow merge keys (https://github.com/kubernetes-sigs/yaml); GitHub reads
 * `on:` as text.
 */
export type Dialect = 'kubernetes' | 'github';

type Options = ParseOptions & DocumentOptions & SchemaOptions;

const WORD = /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/;

const booleanWord: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: WORD,
  resolve: text => /^(?:y|on)/i.test(text),
};

export function yamlOptions(dialect: Dialect): Options {
  return dialect === 'kubernetes'
    ? {
        merge: true,
        customTags: tags => [booleanWord, ...tags],
      }
    : {};
}
