
(() => {
  'use strict';
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const main = $('main');
  const diagram = $('#diagram');
  const card = $('#card');
  document.documentElement.classList.add('scripted');

  /* One picture: what is seen of it, and which table is chosen. */
  class Picture {
    constructor(figure) {
      this.figure = figure;
      this.svg = $('svg', figure);
      const whole = this.svg.viewBox.baseVal;
      this.whole = { x: 0, y: 0, width: whole.width, height: whole.height };
      this.boxes = new Map($$('.box', this.svg).map(box => [box.dataset.id, box]));
      this.keys = $$('.key', this.svg);
      this.view = null;
      this.listen();
    }

    show() {
      this.figure.hidden = false;
      if (this.view === null) this.fit();
      this.draw();
    }

    scale() {
      return this.svg.clientWidth / this.view.width;
    }

    fit() {
      const { clientWidth: width, clientHeight: height } = this.svg;
      if (!width || !height) return;
      const scale = Math.min(1.2, width / this.whole.width, height / this.whole.height);
      this.view = { width: width / scale, height: height / scale };
      this.view.x = (this.whole.width - this.view.width) / 2;
      this.view.y = this.whole.height < this.view.height ? (this.whole.height - this.view.height) / 2 : 0;
      this.draw();
    }

    zoom(factor, at) {
      const { x, y, width, height } = this.view;
      const scale = this.scale();
      const by = Math.min(3, Math.max(0.05, scale * factor)) / scale;
      const [px, py] = at || [x + width / 2, y + height / 2];
      this.view = { x: px - (px - x) / by, y: py - (py - y) / by, width: width / by, height: height / by };
      this.draw();
    }

    pan(dx, dy) {
      this.view.x += dx;
      this.view.y += dy;
      this.draw();
    }

    draw() {
      if (!this.view) return;
      const { x, y, width, height } = this.view;
      this.svg.setAttribute('viewBox', [x, y, width, height].join(' '));
      this.svg.classList.toggle('distant', this.scale() < 0.62);
    }

    place(event) {
      const frame = this.svg.getBoundingClientRect();
      const scale = this.scale();
      return [this.view.x + (event.clientX - frame.left) / scale, this.view.y + (event.clientY - frame.top) / scale];
    }

    choose(id) {
      const near = new Set([id]);
      this.keys.forEach(key => {
        const touches = key.dataset.from === id || key.dataset.to === id;
        key.classList.toggle('near', touches);
        if (touches) near.add(key.dataset.from).add(key.dataset.to);
      });
      this.boxes.forEach((box, other) => {
        box.classList.toggle('near', near.has(other));
        box.classList.toggle('mine', other === id);
      });
      this.svg.classList.toggle('chosen', this.boxes.has(id));
    }

    centre(id) {
      const box = this.boxes.get(id);
      if (!box) return;
      const { x, y, width, height } = $('.body', box).getBBox();
      if (this.scale() < 0.8) this.zoom(0.9 / this.scale());
      this.view.x = x + width / 2 - this.view.width / 2;
      this.view.y = y + height / 2 - this.view.height / 2;
      this.draw();
    }

    listen() {
      let last = null;
      let moved = 0;
      this.svg.addEventListener('wheel', event => {
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), this.place(event));
      }, { passive: false });
      this.svg.addEventListener('pointerdown', event => {
        if (event.button === 0) [last, moved] = [event, 0];
      });
      this.svg.addEventListener('pointermove', event => {
        if (!last) return;
        const [dx, dy] = [event.clientX - last.clientX, event.clientY - last.clientY];
        moved += Math.abs(dx) + Math.abs(dy);
        if (moved > 4) {
          this.svg.setPointerCapture(event.pointerId);
          this.svg.classList.add('dragged');
        }
        this.pan(-dx / this.scale(), -dy / this.scale());
        last = event;
      });
      const end = () => {
        last = null;
        this.svg.classList.remove('dragged');
      };
      this.svg.addEventListener('pointerup', end);
      this.svg.addEventListener('pointercancel', end);
      this.svg.addEventListener('dragstart', event => event.preventDefault());
      this.svg.addEventListener('click', event => {
        const box = event.target.closest('.box');
        event.preventDefault();
        if (moved > 4) return;
        choose(box ? box.dataset.id : null);
      });
      this.svg.addEventListener('focusin', event => {
        const box = event.target.closest('.box');
        if (box && box.matches(':focus-visible')) this.centre(box.dataset.id);
      });
    }
  }

  const pictures = new Map($$('figure.diagram').map(figure => [figure.id, new Picture(figure)]));
  const scope = $('#scope');
  const current = () => pictures.get(scope.value);

  function choose(id) {
    pictures.forEach(picture => picture.choose(id));
    card.hidden = id === null;
    card.replaceChildren();
    if (id === null) return;
    const article = document.getElementById(id);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.textContent = '×';
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => choose(null));
    const copy = article.cloneNode(true);
    $$('[id]', copy).forEach(part => part.removeAttribute('id'));
    $$('.keys a, a.tag', copy).forEach(link => {
      link.addEventListener('click', event => {
        event.preventDefault();
        find(link.getAttribute('href').slice(1));
      });
    });
    card.append(close, ...copy.childNodes);
    card.scrollTop = 0;
  }

  /* Shows a table in the picture, in that of all tables where the present one does not have it. */
  function find(id) {
    if (!current().boxes.has(id)) {
      const other = [...pictures.values()].find(picture => picture.boxes.has(id));
      if (!other) {
        location.hash = id;
        return;
      }
      scope.value = other.figure.id;
    }
    draw();
    choose(id);
    current().centre(id);
  }

  function draw() {
    main.className = 'drawing';
    pictures.forEach(picture => { picture.figure.hidden = true; });
    current().show();
  }

  function route() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (diagram && (!target || target === diagram || diagram.contains(target))) {
      draw();
      return;
    }
    main.className = 'reading';
    if (target) target.scrollIntoView();
  }

  if (diagram) {
    $('.bar', diagram).hidden = false;
    scope.addEventListener('change', () => { choose(null); draw(); current().fit(); });
    $$('[data-zoom]').forEach(button => button.addEventListener('click', () => {
      const { zoom } = button.dataset;
      if (zoom === 'fit') current().fit();
      else current().zoom(zoom === 'in' ? 1.35 : 1 / 1.35);
    }));
    $$('[data-show]').forEach(link => link.addEventListener('click', event => {
      event.preventDefault();
      history.pushState(null, '', '#diagram');
      find(link.dataset.show);
    }));
    addEventListener('resize', () => main.className === 'drawing' && current().fit());
  }

  /* Search: names first, then columns; the better the earlier a word matches. */
  const things = $$('article').flatMap(article => {
    const name = article.dataset.name;
    const columns = $$('[data-column]', article).map(cell => ({
      id: cell.parentElement.id, owner: article.id, text: cell.firstChild.data.trim(), detail: name, rank: 1,
    }));
    return [{ id: article.id, owner: article.id, text: name, detail: article.dataset.kind, rank: 0 }, ...columns];
  });
  const query = $('#query');
  const results = $('#results');
  const tree = $('#tree');
  let found = [];
  let at = 0;

  function search() {
    const words = query.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    tree.hidden = words.length > 0;
    results.hidden = words.length === 0;
    found = words.length === 0 ? [] : things
      .map(thing => {
        const text = thing.text.toLowerCase();
        const where = words.map(word => text.indexOf(word));
        const starts = text === words[0] || text.endsWith('.' + words[0]) ? -2 : /(^|[._])$/.test(text.slice(0, where[0])) ? -1 : 0;
        return { thing, hit: where.every(place => place >= 0), order: thing.rank * 10 + starts };
      })
      .filter(match => match.hit)
      .sort((one, other) => one.order - other.order)
      .slice(0, 60);
    at = 0;
    results.replaceChildren(...found.map(({ thing }, index) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      const detail = document.createElement('small');
      link.href = '#' + thing.id;
      link.textContent = thing.text + ' ';
      detail.textContent = thing.detail;
      link.append(detail);
      link.addEventListener('click', event => {
        event.preventDefault();
        open(index);
      });
      item.append(link);
      return item;
    }));
    if (words.length > 0 && found.length === 0) {
      const item = document.createElement('li');
      item.textContent = 'Nothing is called that.';
      results.append(item);
    }
    mark();
  }

  function mark() {
    $$('a', results).forEach((link, index) => {
      if (index === at) {
        link.setAttribute('aria-current', 'true');
        link.scrollIntoView({ block: 'nearest' });
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  function open(index) {
    const match = found[index];
    if (!match) return;
    const { thing } = match;
    if (main.className === 'drawing' && [...pictures.values()].some(picture => picture.boxes.has(thing.owner))) find(thing.owner);
    else if (location.hash === '#' + thing.id) route();
    else location.hash = thing.id;
  }

  $('#search').hidden = false;
  query.addEventListener('input', search);
  query.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown') at = Math.min(at + 1, found.length - 1);
    else if (event.key === 'ArrowUp') at = Math.max(at - 1, 0);
    else if (event.key === 'Enter') open(at);
    else if (event.key === 'Escape') { query.value = ''; search(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
  });

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) return;
    if (event.key === '/') query.focus();
    else if (main.className !== 'drawing') return;
    else if (event.key === 'Escape') choose(null);
    else if (event.key === '+' || event.key === '=') current().zoom(1.35);
    else if (event.key === '-') current().zoom(1 / 1.35);
    else if (event.key === '0') current().fit();
    else if (event.key.startsWith('Arrow')) {
      const step = current().view.width / 12;
      current().pan(step * ((event.key === 'ArrowRight') - (event.key === 'ArrowLeft')), step * ((event.key === 'ArrowDown') - (event.key === 'ArrowUp')));
    } else return;
    event.preventDefault();
  });
  addEventListener('hashchange', route);
  route();
})();
