const [WIDTH, HEIGHT] = [120, 24];

/**
 * One bar a night, as high as what it brought by the root of its number, so that a usual night can still be seen beside a
 * first one; a dot on the ground where there was no answer. The words for it stand in `label`.
 */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const most = Math.sqrt(Math.max(1, ...values.map((value) => value ?? 0)));
  const step = WIDTH / Math.max(values.length, 12);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {values.map((value, index) => {
        const x = index * step;
        if (value === null) return <circle key={index} class="silent" cx={x + step / 2} cy={HEIGHT - 1.5} r={1} />;
        const height = value === 0 ? 1 : Math.max(2.5, (Math.sqrt(value) / most) * HEIGHT);
        return <rect key={index} x={x} y={HEIGHT - height} width={Math.max(1, step - 1)} height={height} />;
      })}
    </svg>
  );
}
