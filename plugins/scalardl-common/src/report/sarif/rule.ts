import type { Guideline } from '../../guidelines/guideline';
import { proseText } from '../markdown/escape';
import type { Level } from '../report';
import { guidelineUrl } from '../text/guidelineUrl';
import { severityOf } from '../verdicts/worstFirst';
import type { SarifLevel, SarifRule } from './log';
import { message } from './message';

/** The level of a failing result. */
export function failingLevel(level: Level): SarifLevel {
  const severity = severityOf(level);
  return severity === 'notice' ? 'note' : severity;
}

/** What a viewer shows of a guideline. */
export function rule(guideline: Guideline): SarifRule {
  const { id, level, title, source, pass, fail, remedy } = guideline;
  const origin = `${source.document}, ${source.section}`;
  return {
    ...ruleOfUnknown(id, level),
    shortDescription: message(title),
    fullDescription: message(pass),
    help: {
      text: `${title}\n\nPasses: ${pass}\nFails: ${fail}\nRemedy: ${remedy}\nSource: ${origin}, ${source.url}\n`,
      markdown: `**${proseText(title)}**\n\n- Passes: ${proseText(pass)}\n- Fails: ${proseText(fail)}\n- Remedy: ${proseText(remedy)}\n- Source: [${proseText(origin)}](${encodeURI(source.url)})\n- [More on this guideline](${guidelineUrl(id)})\n`,
    },
  };
}

/** A rule for results of a guideline that this program does not know. */
export function ruleOfUnknown(id: string, level: Level): SarifRule {
  const url = guidelineUrl(id);
  return {
    id,
    shortDescription: message(id),
    fullDescription: message(id),
    help: { text: url, markdown: `<${url}>` },
    helpUri: url,
    defaultConfiguration: { level: failingLevel(level) },
    properties: {
      tags: ['scalardl', level],
      precision: 'very-high',
      'problem.severity':
        level === 'derived' ? 'recommendation' : severityOf(level),
    },
  };
}
