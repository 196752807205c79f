"""People who press a level every two seconds, each a web socket that speaks Streamlit's own protocol to the server."""

import asyncio
import json
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

LEVELS = ["L5", "S1", "L3", "L4", "S2", "L2"]


@dataclass
class Person:
    """One reader: the ids that the server gave the picture, and how long each press took until the server was done."""

    url: str
    picture: str = ""
    fragment: str = ""
    seen: str = ""
    taken: list[float] = field(default_factory=list)

    async def read(self, socket: ClientConnection) -> None:
        """Take messages until the script has finished."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(await asyncio.wait_for(socket.recv(), 60))  # type: ignore[arg-type]
            element = message.delta.new_element
            if element.HasField("bidi_component"):
                self.picture, self.fragment = element.bidi_component.id, message.delta.fragment_id
            self.seen += element.html.body if element.HasField("html") else ""
            if message.HasField("script_finished"):
                return

    async def stay(self, seconds: float, every: float, offset: float) -> None:
        """Open the page, then press a level every so often."""
        await asyncio.sleep(offset)
        async with connect(self.url, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
            hello = BackMsg()
            hello.rerun_script.query_string = ""
            await socket.send(hello.SerializeToString())
            await self.read(socket)
            until = time.perf_counter() + seconds
            for number in range(1000):
                if time.perf_counter() > until:
                    return
                await self.press(socket, LEVELS[number % len(LEVELS)])
                await asyncio.sleep(max(0.0, every - self.taken[-1]))

    async def press(self, socket: ClientConnection, level: str) -> None:
        """Press a level and wait until the server is done."""
        message = BackMsg()
        message.rerun_script.fragment_id = self.fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self.picture
        state.json_value = json.dumps({"choice": {"id": level, "zone": None, "side": "both"}})
        self.seen = ""
        start = time.perf_counter()
        await socket.send(message.SerializeToString())
        await self.read(socket)
        self.taken.append(time.perf_counter() - start)
        if f"Spinal level {level}" not in self.seen:
            raise RuntimeError(f"the server did not answer the press on {level}")


async def _gather(people: list[Person], seconds: float, every: float) -> None:
    await asyncio.gather(*(p.stay(seconds, every, every * i / len(people)) for i, p in enumerate(people)))


def crowd(url: str, count: int, seconds: float, every: float) -> list[float]:
    """Seconds that each press of `count` people took until the server had answered whole."""
    people = [Person(url) for _ in range(count)]
    asyncio.run(_gather(people, seconds, every))
    return [one for person in people for one in person.taken]
