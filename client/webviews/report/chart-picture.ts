import type { ReportChart, ReportView } from '../../../protocol/requests/report';

/** Pixels of the picture before it is made twice as fine. */
const size = { width: 1100, row: 30, names: 420, top: 70 };

/**
 * A chart as a picture for a message or a slide: title, bars with their figures, legend; on white, whatever the editor's
 * colours. @returns a PNG
 */
export async function chartPicture(report: ReportView, { title, bars }: ReportChart): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const height = size.top + bars.length * size.row + 20;
  canvas.width = size.width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas');
  pen.scale(2, 2);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, size.width, height);
  pen.textBaseline = 'middle';
  write(pen, `${title} · ${report.title}`, { x: 16, y: 20, font: 'bold 16px', most: size.width - 32 });
  let x = 16;
  for (const { status, label } of report.states) {
    fillState(pen, status, x, 40, 22, 14);
    x += 28 + write(pen, label, { x: x + 28, y: 47 }) + 20;
  }
  bars.forEach(({ name, counts, uncounted }, at) => {
    const y = size.top + at * size.row;
    write(pen, name, { x: 16, y: y + 12, most: size.names - 30 });
    const total = counts.reduce((sum, count) => sum + count, 0);
    let left = size.names;
    // An empty place would say that there is nothing.
    if (total === 0) write(pen, uncounted.join(' · '), { x: left, y: y + 12, most: size.width - size.names - 16 });
    report.states.forEach(({ status }, state) => {
      const count = counts[state] ?? 0;
      if (count === 0) return;
      const width = ((size.width - size.names - 16) * count) / total;
      fillState(pen, status, left, y, width, 24);
      const text = String(count);
      const wide = pen.measureText(text).width + 8;
      if (width > wide) {
        pen.fillStyle = '#ffffff';
        pen.fillRect(left + 4, y + 4, wide, 16);
        write(pen, text, { x: left + 8, y: y + 12 });
      }
      left += width;
    });
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('png'));
    }, 'image/png');
  });
}

/** @returns its width */
function write(
  pen: CanvasRenderingContext2D,
  text: string,
  {
    x,
    y,
    font = '13px',
    most,
  }: { readonly x: number; readonly y: number; readonly font?: string; readonly most?: number },
): number {
  pen.font = `${font} system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif`;
  pen.fillStyle = '#1b1b1b';
  let shown = text;
  while (most !== undefined && shown.length > 1 && pen.measureText(shown).width > most)
    shown = `${shown.slice(0, -2).trimEnd()}…`;
  pen.fillText(shown, x, y);
  return pen.measureText(shown).width;
}

const inks: Readonly<Record<string, string>> = {
  provided: '#1a7f37',
  toReview: '#9a6700',
  incomplete: '#b42318',
  toProvide: '#57606a',
};

/** A state is told by its lines: colour only helps. */
function fillState(
  pen: CanvasRenderingContext2D,
  status: string,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const ink = inks[status] ?? '#57606a';
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.fillStyle = status === 'provided' || status === 'incomplete' ? ink : '#ffffff';
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = status === 'incomplete' ? '#ffffff' : ink;
  pen.lineWidth = status === 'toReview' ? 4 : 1.5;
  const step = status === 'provided' ? Infinity : 8;
  for (let at = x - height; at < x + width && step < Infinity; at += step) {
    pen.beginPath();
    pen.moveTo(at, y + height);
    pen.lineTo(at + height, y);
    pen.stroke();
  }
  pen.restore();
  pen.strokeStyle = ink;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, y + 0.5, Math.max(width - 1, 1), height - 1);
}
