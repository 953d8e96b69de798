// The arrow keys lead from cell to cell of an explained step.
addEventListener('keydown', event => {
  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const direction = directions[event.key];
  const pick = event.target.closest('.pick');
  if (!direction || !pick) return;
  const center = element => {
    const box = element.querySelector('.hit').getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = center(pick);
  let nearest = null;
  let least = Infinity;
  for (const other of pick.parentNode.querySelectorAll('.pick')) {
    const [u, v] = center(other);
    const along = (u - x) * direction[0] + (v - y) * direction[1];
    const across = Math.abs((u - x) * direction[1]) + Math.abs((v - y) * direction[0]);
    if (along > 1 && along + 8 * across < least) {
      nearest = other;
      least = along + 8 * across;
    }
  }
  if (nearest) {
    nearest.focus();
    event.preventDefault();
  }
});
