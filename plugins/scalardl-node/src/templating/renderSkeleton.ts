import { Eta } from 'eta';
import type { RenderedFile } from '../renderedFile';
import {
  PARTIALS,
  TEMPLATE_SUFFIX,
  type Skeleton,
  type SkeletonFile,
} from '../skeleton/skeleton';
import { languageOf } from './quote';
import type { TemplateView } from './view';

type CompiledFile = (view: TemplateView) => RenderedFile;

/** A skeleton is compiled once, however many environments it renders. */
const compiled = new WeakMap<Skeleton, CompiledFile[]>();

/** Renders a skeleton's templates and copies its other files. A template that renders to nothing leaves no file. */
export function renderSkeleton(
  skeleton: Skeleton,
  view: TemplateView,
): RenderedFile[] {
  let files = compiled.get(skeleton);
  if (!files) {
    files = skeleton.files
      .filter(({ path }) => !path.startsWith(PARTIALS))
      .map(file => compileFile(skeleton, file));
    compiled.set(skeleton, files);
  }
  return files
    .map(render => render(view))
    .filter(({ content }) => content.trim() !== '');
}

function compileFile(
  skeleton: Skeleton,
  { path: source, content }: SkeletonFile,
): CompiledFile {
  const path = outputPath(source);
  const owner = skeleton.personOwned.includes(path) ? 'person' : 'tool';
  if (source === path) return () => ({ path, content, owner });
  const eta = engine(skeleton, source);
  eta.loadTemplate('@file', content);
  return view => {
    try {
      return { path, content: eta.render('@file', view), owner };
    } catch (cause) {
      throw new Error(
        `The skeleton's template ${source} cannot be rendered; correct it.`,
        { cause },
      );
    }
  };
}

/** Every partial under its name; quoting follows the file that is rendered. */
function engine(skeleton: Skeleton, source: string): Eta {
  const eta = new Eta({
    autoTrim: false,
    autoEscape: true,
    escapeFunction: languageOf(source),
  });
  for (const { path, content } of skeleton.files) {
    if (!path.startsWith(PARTIALS)) continue;
    eta.loadTemplate(`@${outputPath(path.slice(PARTIALS.length))}`, content);
  }
  return eta;
}

/** Where a skeleton's file stands in the generated repository. */
function outputPath(path: string): string {
  return path.endsWith(TEMPLATE_SUFFIX)
    ? path.slice(0, -TEMPLATE_SUFFIX.length)
    : path;
}
