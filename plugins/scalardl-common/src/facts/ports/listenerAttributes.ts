import type { Location, Side } from '../../report/report';
import { productService } from '../loadBalancer/service';
import type { SourceDocument } from '../sourceDocument';
import type { Ports } from './port';

const ATTRIBUTES =
  /^service\.beta\.kubernetes\.io\/aws-load-balancer-listener-attributes\.[A-Z_]+-(\d+)$/;

/**
 * Annotations that set attributes of a listener which the load balancer does not have; the controller drops
 * them without a word, and with them the idle timeout
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#listener-attributes).
 */
export function strayListenerAttributes(
  product: SourceDocument,
  { side, published }: { side: Side; published: Ports },
): { detail: string; location: Location }[] {
  const service = productService(product, side);
  const ports = Object.values(published).map(({ number }) => number);
  if (ports.includes('untold')) return [];
  return Object.keys(service.annotations).flatMap(key => {
    const port = Number(ATTRIBUTES.exec(key)?.[1]);
    if (Number.isNaN(port) || ports.includes(port)) return [];
    return [
      {
        detail: `an annotation sets attributes of port ${port}, which the load balancer does not have`,
        location: service.locateAnnotation(key),
      },
    ];
  });
}
