// Sideways dragging by mouse, pen or touch. `view.dragging` says that something is held.

// `move` is told how far from where it began, `end` whether it moved at all; `start` may refuse by returning false.
function draggable(view, node, { start, move, end }, slack = 1) {
  let origin = null;
  const stop = (event) => {
    if (origin === null || event.pointerId !== origin.id) return;
    const { moved } = origin;
    origin = null;
    view.dragging = false;
    node.classList.remove("kb-dragging");
    end(moved);
  };
  node.addEventListener("pointerdown", (event) => {
    if (origin !== null || event.button !== 0 || start() === false) return;
    origin = { id: event.pointerId, x: event.clientX, moved: false };
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    if (origin === null || event.pointerId !== origin.id) return;
    const dx = event.clientX - origin.x;
    if (!origin.moved && Math.abs(dx) < slack) return;
    origin.moved = true;
    view.dragging = true;
    node.classList.add("kb-dragging");
    move(dx);
  });
  node.addEventListener("pointerup", stop);
  node.addEventListener("pointercancel", stop);
  node.addEventListener("lostpointercapture", stop);
}
