import { useComputedColorScheme } from '@mantine/core';
import { type ReactElement, useEffect, useEffectEvent, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatMetric } from '../values/format-number.js';
import { alignSeries } from './align-series.js';
import classes from './chart.module.css';
import { axisTitle, type ChartAxis, type ChartSeries, type PlotRange } from './chart-series.js';
import { nearestPoint } from './nearest-point.js';
import { type PlotStyle, plotOptions } from './plot-options.js';
import { exchangeSeries, seriesLooks } from './plot-series.js';

export interface PlotSurfaceProps {
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly height: number;
  /** A point was clicked; `index` is its place among its series' own. */
  readonly onPick?: ((seriesId: string, x: number, index: number) => void) | undefined;
  /** The part of the x axis that is shown; null: all that has data. */
  readonly zoom: PlotRange | null;
  readonly onZoom: (range: PlotRange | null) => void;
}

/** The canvas of a chart. Made anew for other axes or another colour scheme; series and data change in place. */
export function PlotSurface(props: PlotSurfaceProps): ReactElement {
  const scheme = useComputedColorScheme('light');
  return <Plot key={[scheme, props.height, axisTitle(props.x), axisTitle(props.y)].join('\n')} {...props} />;
}

interface Drawn {
  readonly plot: uPlot;
  readonly style: PlotStyle;
  looks: readonly string[];
}

function Plot({ label, x, y, series, height, onPick, zoom, onZoom }: PlotSurfaceProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(undefined);
  const plotNow = () => drawn.current?.plot;
  const shownRange = useRef(zoom);
  const { range: span = null } = y;
  const shownSpan = useRef(span);
  const askZoom = useEffectEvent(onZoom);
  const build = useEffectEvent((element: HTMLDivElement): Drawn => {
    const computed = getComputedStyle(element);
    const style: PlotStyle = {
      width: Math.max(element.clientWidth, 120),
      height,
      color: (property) => computed.getPropertyValue(property).trim() || '#888',
      stepped: (align) => (uPlot.paths.stepped as NonNullable<typeof uPlot.paths.stepped>)({ align }),
    };
    const options = plotOptions({ x, y, series }, style, {
      now: () => shownRange.current,
      span: () => shownSpan.current,
      ask: (range) => askZoom(range),
    });
    const plot = new uPlot(options, alignSeries(series) as uPlot.AlignedData, element);
    return { plot, style, looks: seriesLooks(series) };
  });
  const hover = useEffectEvent((place: { left: number; top: number } | null) => {
    const element = card.current;
    const plot = plotNow();
    if (!element || !plot) return;
    const point = place && nearestPoint(plot, place);
    element.hidden = !point;
    if (!point) return;
    const of = series[point.series];
    const name = of?.names?.[point.index];
    element.textContent =
      name === undefined
        ? `${of?.label ?? ''} · ${x.label} ${formatMetric(point.x)}: ${formatMetric(point.y)}`
        : `${name} · ${y.label} ${formatMetric(point.y)}, ${x.label} ${formatMetric(point.x)} · ${of?.label ?? ''}`;
    const flip = point.left > plot.over.clientWidth / 2;
    const left = plot.over.offsetLeft + point.left;
    element.style.transform = `translate(${left}px, ${point.top + 8}px) translateX(${flip ? '-105%' : '8px'})`;
  });
  const pick = useEffectEvent((place: { left: number; top: number }) => {
    const plot = plotNow();
    const point = plot && nearestPoint(plot, place);
    const picked = point && series[point.series];
    if (point && picked) onPick?.(picked.id, point.x, point.index);
  });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = build(element);
    drawn.current = made;
    const { plot } = made;
    const { over } = plot;
    const place = (event: MouseEvent) => ({ left: event.offsetX, top: event.offsetY });
    const move = (event: MouseEvent) => hover(place(event));
    const leave = () => hover(null);
    const click = (event: MouseEvent) => pick(place(event));
    over.addEventListener('mousemove', move);
    over.addEventListener('mouseleave', leave);
    over.addEventListener('click', click);
    const resize = new ResizeObserver(() => plot.setSize({ width: Math.max(element.clientWidth, 120), height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
      drawn.current = undefined;
    };
  }, [height]);

  useEffect(() => {
    shownRange.current = zoom;
    shownSpan.current = span;
    const made = drawn.current;
    if (!made) return;
    const { plot, style, looks: before } = made;
    plot.batch(() => {
      exchangeSeries(plot, { before, series, style });
      // Scales are set anew with the data, the x axis to what is zoomed in on.
      plot.setData(alignSeries(series) as uPlot.AlignedData);
    });
    made.looks = seriesLooks(series);
  }, [series, zoom, span]);

  const what = `${label}. ${axisTitle(y)} by ${axisTitle(x).toLowerCase()}. The table view has the numbers.`;
  return (
    <div className={classes.surface} style={{ height }}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- uPlot draws on canvases inside */}
      <div ref={host} role="img" aria-label={what} data-points={series.reduce((n, s) => n + s.x.length, 0)} />
      <div ref={card} className={classes.hover} hidden aria-hidden="true" />
    </div>
  );
}
