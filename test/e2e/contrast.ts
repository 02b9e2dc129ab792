import type { Locator } from 'playwright-core';

/** How well text can be read, by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export interface Contrast {
  /** From 1, unreadable, to 21. */
  ratio: number;
  /** Relative luminance behind the text, from 0, black, to 1, white. */
  background: number;
}

/** The contrast between the color of a text and the first opaque background behind it. */
export async function contrastOf(text: Locator): Promise<Contrast> {
  const colors = await text.evaluate(element => {
    // Whatever way a color is written, a canvas turns it into red, green, blue and opacity.
    const channels = (color: string) => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) throw new Error('This browser has no canvas.');
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    let behind: Element | null = element;
    let background = [0, 0, 0, 0];
    while (behind && background[3] !== 255) {
      background = channels(getComputedStyle(behind).backgroundColor);
      behind = behind.parentElement;
    }
    return { text: channels(getComputedStyle(element).color), background };
  });
  const [light = 0, dark = 0] = [
    luminance(colors.text),
    luminance(colors.background),
  ].sort((a, b) => b - a);
  return {
    ratio: (light + 0.05) / (dark + 0.05),
    background: luminance(colors.background),
  };
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
