// The page follows the notebook: a new document is loaded, an error is shown below the last good one.
{
  const shown = Number(document.querySelector('meta[name="nbrun-preview"]').content);
  const note = document.createElement('pre');
  note.setAttribute('role', 'status');
  note.hidden = true;
  document.body.append(note);

  const say = (status, text) => {
    note.className = 'preview-note ' + status;
    note.textContent = text;
    note.hidden = !text;
    // The page's end is not under the note.
    document.body.style.paddingBottom = status === 'running' ? '' : note.offsetHeight + 'px';
  };

  // What the reader has unfolded stays so.
  const folds = () => [...document.querySelectorAll('details')];
  const opened = JSON.parse(sessionStorage.getItem('nbrun-opened') || '[]');
  folds().forEach((fold, index) => { if (index in opened) fold.open = opened[index]; });
  const reload = () => {
    sessionStorage.setItem('nbrun-opened', JSON.stringify(folds().map(fold => fold.open)));
    location.reload();
  };

  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  const follow = async () => {
    let seen = '';
    for (;;) {
      try {
        const answer = await fetch('/state' + seen);
        const state = await answer.json();
        if (state.document !== shown) return reload();
        say(state.status, state.text);
        seen = '?seen=' + state.event;
      } catch {
        say('failed', 'The preview has ended: nbrun is not running any more.');
        seen = '';
        await pause(1000);
      }
    }
  };
  follow();
}
