"""The network: one encoder whose top layers fork into three branches, nine answers."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .recipe import BRANCH_OF, LAYERS_OF, Shape

BRANCHES = tuple(LAYERS_OF)
SEQUENCE_HEADS = ("sentiment", "emotion", "intent", "intent_banking77", "intent_clinc150")
TOKEN_HEADS = ("aspect", "aspect_polarity", "pii")


class Layer(nn.Module):
    """A BERT layer, with query, key and value in one matrix so that its int8 form quantises its input once."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.heads, self.each, self.drop = shape.heads, shape.hidden // shape.heads, shape.dropout
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length = x.shape[:2]
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, self.each).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            mixed = torch.softmax((q @ k.transpose(-1, -2)) * self.each**-0.5 + mask, -1) @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, mask.to(q.dtype), self.drop if self.training else 0.0)
        mixed = mixed.transpose(1, 2).reshape(batch, length, self.heads * self.each)
        x = self.norm(x + F.dropout(self.out(mixed), self.drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.drop, self.training))


def climb(layers: nn.ModuleList, x: Tensor, attention: Tensor) -> Tensor:
    mask = (1 - attention[:, None, None, :].float()) * -1e4
    for layer in layers:
        x = layer(x, mask)
    return x


class Trunk(nn.Module):
    """Word vectors and the layers that serve every head: the base's own weights, never changed."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.fork))

    def forward(self, ids: Tensor, attention: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)
        return climb(self.layers, self.norm(self.words(ids) + self.places(at)), attention)


def mean_pool(x: Tensor, attention: Tensor) -> Tensor:
    weight = attention[:, :, None].to(x.dtype)
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)


class Reader(nn.Module):
    """A text in one vector: the mean of its tokens beside those that each of `looks` finds telling."""

    def __init__(self, shape: Shape, looks: int):
        super().__init__()
        self.looks = looks
        self.telling = nn.Linear(shape.hidden, looks)
        self.value = nn.Linear(shape.hidden, shape.hidden)
        self.mix = nn.Linear(2 * shape.hidden, shape.hidden)

    def forward(self, x: Tensor, attention: Tensor) -> Tensor:
        batch, length = x.shape[:2]
        score = self.telling(x).float() + (1 - attention.float())[:, :, None] * -1e4
        value = self.value(x).view(batch, length, self.looks, -1)
        telling = (torch.softmax(score, 1)[..., None].to(x.dtype) * value).sum(1).reshape(batch, -1)
        return torch.tanh(self.mix(torch.cat([mean_pool(x, attention), telling], -1)))


class Branch(nn.Module):
    """Top layers and the heads that read them. `sizes`: labels of each head; `frozen` layers stay the base's."""

    def __init__(self, shape: Shape, name: str, sizes: dict[str, int]):
        super().__init__()
        self.name, self.drop = name, shape.dropout
        self.heads = [head for head, branch in BRANCH_OF.items() if branch == name and head in sizes]
        self.layers = nn.ModuleList(Layer(shape) for _ in range(LAYERS_OF[name]))
        readers = {"intent" if head.startswith("intent") else head for head in self.heads if head in SEQUENCE_HEADS}
        self.readers = nn.ModuleDict({reader: Reader(shape, shape.looks) for reader in sorted(readers)})
        self.narrow = nn.ModuleDict({head: nn.Linear(shape.hidden, shape.hidden) for head in self.heads if head in ("aspect_polarity", "pii")})
        self.last = nn.ModuleDict({head: nn.Linear(shape.hidden, sizes[head]) for head in self.heads})

    def answers(self, x: Tensor, attention: Tensor) -> dict[str, Tensor]:
        """Logits by head from the states above the branch's layers."""
        loosen = lambda v: F.dropout(v, self.drop, self.training)
        read = {name: loosen(reader(x, attention)) for name, reader in self.readers.items()}
        said = {}
        for head in self.heads:
            if head in SEQUENCE_HEADS:
                state = read["intent" if head.startswith("intent") else head]
            else:
                state = loosen(F.gelu(self.narrow[head](x))) if head in self.narrow else loosen(x)
            said[head] = self.last[head](state)
        return said

    def forward(self, x: Tensor, attention: Tensor) -> dict[str, Tensor]:
        """Logits by head from the trunk's states."""
        return self.answers(climb(self.layers, x, attention), attention)


class Insight(nn.Module):
    def __init__(self, shape: Shape, sizes: dict[str, int]):
        super().__init__()
        self.trunk = Trunk(shape)
        self.branch = nn.ModuleDict({name: Branch(shape, name, sizes) for name in BRANCHES})

    def forward(self, ids: Tensor, attention: Tensor) -> dict[str, Tensor]:
        """Logits by head; `embedding` as a unit vector: the base's own."""
        x, said = self.trunk(ids, attention), {}
        for name, branch in self.branch.items():
            top = climb(branch.layers, x, attention)
            said |= branch.answers(top, attention)
            if name == BRANCH_OF["embedding"]:
                meaning = mean_pool(top, attention).float()
                said["embedding"] = meaning / meaning.norm(dim=-1, keepdim=True).clamp(min=1e-9)
        return said
