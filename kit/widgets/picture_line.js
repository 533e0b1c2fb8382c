// A line between two poles: how it is drawn, and what a place on it and a strength are called.

// From pole to pole at height y, with ticks at both ends and a smaller one in the middle.
function axisPath(inset, width, y, tick, middle) {
  const end = `v${2 * tick}`;
  return `M${inset} ${y}H${width - inset}M${inset} ${y - tick}${end}M${width - inset} ${y - tick}${end}M${width / 2} ${y - middle}v${2 * middle}`;
}

function placeWords({ limits }, { places }, x) {
  const at = limits.place.findIndex((limit) => Math.abs(x) < limit);
  const side = places[x < 0 ? 0 : 1];
  return side[at < 0 ? side.length - 1 : at];
}

function strengthWords({ limits, strengths }, strength) {
  if (strength === 0) return strengths[0];
  const at = limits.strength.findIndex((limit) => strength < limit);
  return strengths[at < 0 ? strengths.length - 1 : at + 1];
}
