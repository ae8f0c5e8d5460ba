"""A small pre-norm encoder-decoder transformer, written for speed on two CPU cores.

Plain PyTorch, so that the pieces map one to one onto CTranslate2's `TransformerSpec` (pack.py).
The source ends in EOS; the decoder starts from the padding row, the last of the shared table.
"""

import math
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

CHUNK = 512  # target positions whose logits exist at one time


@dataclass(frozen=True)
class Shape:
    """Sizes of the model; `vocab` counts the SentencePiece rows, without the padding row."""

    vocab: int = 8000
    width: int = 256
    ffn: int = 1024
    heads: int = 4
    encoder: int = 6
    decoder: int = 2
    positions: int = 512

    def as_dict(self) -> dict[str, int]:
        """Return the sizes as plain numbers for a checkpoint."""
        return asdict(self)


def sinusoids(count: int, width: int) -> Tensor:
    """Return the position table of Vaswani et al. 2017, sines first."""
    half = width // 2
    rate = torch.exp(torch.arange(half) * (-math.log(10_000) / (half - 1)))
    angle = torch.arange(count)[:, None] * rate[None]
    return torch.cat([angle.sin(), angle.cos()], 1)


def drop(x: Tensor, rate: float) -> Tensor:
    """Return `x` with dropout; random bytes are far cheaper here than Bernoulli draws."""
    if rate == 0.0:
        return x
    words = torch.empty((x.numel() + 7) // 8, dtype=torch.int64).random_(-(2**63), None)
    keep = words.view(torch.uint8)[: x.numel()].view(x.shape) >= round(rate * 256)
    return x * keep.to(x.dtype).mul_(1 / (1 - round(rate * 256) / 256))


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Return scaled dot-product attention, written out: the fused kernel's backward is slower."""
    rows, heads, length, size = q.shape
    q = (q * size**-0.5).reshape(rows * heads, length, size)
    k, v = (t.reshape(rows * heads, -1, size) for t in (k, v))
    scores = torch.bmm(q, k.transpose(1, 2)).view(rows, heads, length, -1)
    if mask is None:
        mask = torch.full((length, length), -1e4, dtype=q.dtype).triu_(1)
    weights = (scores + mask).softmax(-1).view(rows * heads, length, -1)
    return torch.bmm(weights, v).view(rows, heads, length, size)


class Attention(nn.Module):
    """Multi-head attention over `memory`, or over the input itself when `memory` is None."""

    def __init__(self, width: int, heads: int, *, cross: bool) -> None:
        super().__init__()
        self.heads, self.cross = heads, cross
        if cross:
            self.q = nn.Linear(width, width)
            self.kv = nn.Linear(width, 2 * width)
        else:
            self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def split(self, x: Tensor, parts: int) -> tuple[Tensor, ...]:
        """Return `parts` tensors of shape (rows, heads, length, head width)."""
        rows, length, width = x.shape
        x = x.view(rows, length, parts, self.heads, width // parts // self.heads)
        return x.permute(2, 0, 3, 1, 4).unbind(0)

    def forward(self, x: Tensor, memory: Tensor | None, mask: Tensor | None) -> Tensor:
        """Attend; `mask` is added to the scores, None means causal."""
        if self.cross:
            (q,) = self.split(self.q(x), 1)
            k, v = self.split(self.kv(memory), 2)
        else:
            q, k, v = self.split(self.qkv(x), 3)
        y = attend(q, k, v, mask)
        return self.out(y.transpose(1, 2).reshape(x.shape))


class Layer(nn.Module):
    """One encoder or decoder layer, normalised before each sublayer."""

    def __init__(self, shape: Shape, *, cross: bool, dropout: float) -> None:
        super().__init__()
        d = shape.width
        self.self_norm = nn.LayerNorm(d)
        self.self_attention = Attention(d, shape.heads, cross=False)
        if cross:
            self.cross_norm = nn.LayerNorm(d)
            self.cross_attention = Attention(d, shape.heads, cross=True)
        self.cross, self.dropout = cross, dropout
        self.ffn_norm = nn.LayerNorm(d)
        self.up, self.down = nn.Linear(d, shape.ffn), nn.Linear(shape.ffn, d)

    def forward(
        self,
        x: Tensor,
        mask: Tensor | None,
        memory: Tensor | None = None,
        memory_mask: Tensor | None = None,
    ) -> Tensor:
        """Apply the sublayers with residual connections."""
        rate = self.dropout if self.training else 0.0
        x = x + drop(self.self_attention(self.self_norm(x), None, mask), rate)
        if self.cross:
            y = self.cross_attention(self.cross_norm(x), memory, memory_mask)
            x = x + drop(y, rate)
        return x + drop(self.down(F.relu(self.up(self.ffn_norm(x)))), rate)


class Transformer(nn.Module):
    """Shared embeddings, deep encoder, shallow decoder, tied output layer."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        d, self.shape, self.dropout = shape.width, shape, dropout
        self.table = nn.Parameter(torch.randn(shape.vocab + 1, d) * d**-0.5)
        layers = [Layer(shape, cross=False, dropout=dropout) for _ in range(shape.encoder)]
        self.encoder = nn.ModuleList(layers)
        layers = [Layer(shape, cross=True, dropout=dropout) for _ in range(shape.decoder)]
        self.decoder = nn.ModuleList(layers)
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(d), nn.LayerNorm(d)
        self.register_buffer("positions", sinusoids(shape.positions, d), persistent=False)
        for name, p in self.named_parameters():
            if p.dim() == 2 and name != "table":
                nn.init.xavier_uniform_(p, gain=0.5 if "out." in name or "down." in name else 1.0)
            elif name.endswith("bias"):
                nn.init.zeros_(p)

    def embed(self, ids: Tensor) -> Tensor:
        """Return scaled embeddings plus positions."""
        x = F.embedding(ids, self.table) * self.shape.width**0.5
        x = x + self.positions[: ids.shape[1]].to(x.dtype)
        return drop(x, self.dropout if self.training else 0.0)

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """Return the encoder states and the additive padding mask."""
        x = self.embed(source)
        mask = torch.zeros(source.shape, dtype=x.dtype)
        mask = mask.masked_fill_(source == self.shape.vocab, -1e4)[:, None, None, :]
        for layer in self.encoder:
            x = layer(x, mask)
        return self.encoder_norm(x), mask

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Return decoder states for predicting `target` (shifted here; padding starts it)."""
        memory, mask = self.encode(source)
        start = torch.full_like(target[:, :1], self.shape.vocab)
        x = self.embed(torch.cat([start, target[:, :-1]], 1))
        for layer in self.decoder:
            x = layer(x, None, memory, mask)
        return self.decoder_norm(x)


class TiedCrossEntropy(torch.autograd.Function):
    """Mean label-smoothed cross-entropy of a tied output layer, in chunks.

    The gradient is formed beside the loss, so the full logit matrix never exists: on a CPU this
    step is bound by memory traffic, not by arithmetic.
    """

    @staticmethod
    def forward(ctx, hidden, table, labels, smoothing):  # noqa: ANN001, ANN205, D102
        count, grad_hidden = labels.shape[0], torch.empty_like(hidden)
        grad_table = torch.zeros(table.shape, dtype=torch.float32)
        total = plain = 0.0
        rows = torch.arange(CHUNK)
        for at in range(0, count, CHUNK):
            h, y = hidden[at : at + CHUNK], labels[at : at + CHUNK]
            live = (y >= 0).float()
            y = y.clamp(min=0)
            logits = (h @ table.t()).float()
            gold = logits[rows, y]
            mean = logits.mean(1)
            norm = logits.logsumexp(1)
            plain += ((norm - gold) * live).sum().item()
            total += ((norm - (1 - smoothing) * gold - smoothing * mean) * live).sum().item()
            grad = logits.sub_(norm[:, None]).exp_().sub_(smoothing / table.shape[0])
            grad[rows, y] -= 1 - smoothing
            grad = grad.mul_(live[:, None]).to(hidden.dtype)
            grad_hidden[at : at + CHUNK] = grad @ table
            grad_table += grad.t() @ h
        n = max(1, int((labels >= 0).sum()))
        ctx.save_for_backward(grad_hidden, grad_table)
        ctx.n = n
        return hidden.new_tensor([total / n, plain / n], dtype=torch.float32)

    @staticmethod
    def backward(ctx, grad):  # noqa: ANN001, ANN205, D102
        hidden, table = ctx.saved_tensors
        scale = grad[0] / ctx.n
        return hidden * scale, (table * scale).to(hidden.dtype), None, None


def loss_of(model: Transformer, source: Tensor, target: Tensor, smoothing: float = 0.1) -> Tensor:
    """Return [smoothed loss, plain nll] a target token; negative targets are padding."""
    hidden = model(source, target.masked_fill(target < 0, model.shape.vocab))
    live = (target >= 0).view(-1).nonzero()[:, 0]
    count = -(-live.numel() // CHUNK) * CHUNK
    labels = target.new_full((count,), -1)
    labels[: live.numel()] = target.view(-1)[live]
    states = hidden.reshape(-1, hidden.shape[-1])[live]
    states = F.pad(states, (0, 0, 0, count - live.numel()))
    return TiedCrossEntropy.apply(states, model.table, labels, smoothing)
