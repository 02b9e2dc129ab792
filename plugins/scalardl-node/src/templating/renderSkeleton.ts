import { Eta } from 'eta';
import type { RenderedFile } from '../renderedFile';
import { PARTIALS, TEMPLATE_SUFFIX, type Skeleton } from '../skeleton/skeleton';
import { languageOf } from './quote';
import type { TemplateView } from './view';

/** Renders a skeleton's templates and copies its other files. */
export function renderSkeleton(
  skeleton: Skeleton,
  view: TemplateView,
): RenderedFile[] {
  return skeleton.files
    .filter(({ path }) => !path.startsWith(PARTIALS))
    .map(({ path, content }) => ({
      path: outputPath(path),
      content: path.endsWith(TEMPLATE_SUFFIX)
        ? renderTemplate({ skeleton, view }, path, content)
        : content,
      owner: skeleton.personOwned.includes(outputPath(path))
        ? ('person' as const)
        : ('tool' as const),
    }))
    .filter(({ content }) => content.trim() !== '');
}

/** Where a skeleton's file stands in the generated repository. */
function outputPath(path: string): string {
  return path.endsWith(TEMPLATE_SUFFIX)
    ? path.slice(0, -TEMPLATE_SUFFIX.length)
    : path;
}

function renderTemplate(
  { skeleton, view }: { skeleton: Skeleton; view: TemplateView },
  path: string,
  content: string,
): string {
  const eta = new Eta({
    autoTrim: false,
    autoEscape: true,
    escapeFunction: languageOf(path),
  });
  for (const file of skeleton.files) {
    if (!file.path.startsWith(PARTIALS)) continue;
    const name = outputPath(file.path.slice(PARTIALS.length));
    eta.loadTemplate(`@${name}`, file.content);
  }
  try {
    return eta.renderString(content, view);
  } catch (cause) {
    throw new Error(
      `The skeleton's ${path} cannot be rendered; change that template.`,
      { cause },
    );
  }
}
