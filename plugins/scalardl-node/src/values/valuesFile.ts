import type { RenderedFile } from '../renderedFile';
import type { SideModel } from '../side/sideModel';
import { header } from '../yaml/header';
import { overlaid, yamlText, type YamlContent } from '../yaml/yamlText';

export type ValuesName = keyof NonNullable<SideModel['spec']['values']>;

/** One chart's values before the overlay, and what its file says it is. */
export interface ChartValues {
  /** Key under `spec.<side>.values` whose overlay is merged last. */
  overlay: ValuesName;
  file: string;
  purpose: string;
  content: YamlContent;
}

/** `values/<side>/<file>.yaml` */
export function valuesFile(
  model: SideModel,
  values: ChartValues,
): RenderedFile {
  return {
    path: `values/${model.side}/${values.file}.yaml`,
    owner: 'tool',
    content: yamlText(header(values.purpose), [overlaidValues(model, values)]),
  };
}

/** The values as Helm gets them: the overlay merged last. */
export function overlaidValues(
  { spec }: SideModel,
  { overlay, content }: ChartValues,
): YamlContent {
  return overlaid(content, spec.values?.[overlay]);
}
