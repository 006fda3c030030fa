"""Which machines may be asked: a name is looked up once, its numbers are judged, and the connection goes to these.

An address that a user, a page or a feed gives must not lead to what only this machine can see: its own services, the
office's printers, a cloud's metadata. Looking up once leaves a name no time to change its mind (DNS rebinding).
"""

import asyncio
import socket
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.request import getproxies, proxy_bypass

import httpx

Number = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[str]]
MAX_NUMBERS = 4  # of one name that are tried, when the first ones do not answer
_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64: the last 32 bits are an IPv4 number


class PrivateAddressError(httpx.TransportError):
    """An address on this machine, in a private network, or of nobody."""


def is_public(number: str) -> bool:
    """Can anyone on the internet reach this IP number, and does it belong to a single machine?

    >>> is_public("203.0.114.7"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254")
    (True, False, False)
    """
    return all(_is_public(n) for n in _meant(ip_address(number.partition("%")[0])))


def resolve(host: str, port: int) -> list[str]:
    """Return the IP numbers of a name or number, in the system's order; decimal and octal forms are understood."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(numbers[0]) for *_, numbers in found))


class Guard(httpx.AsyncBaseTransport):
    """Carries requests to public machines alone; every redirect comes through here as a request of its own.

    Behind a proxy it is the proxy that connects: then a name is judged as far as this machine can look it up.
    """

    def __init__(self, *, allow_private: bool = False, resolve: Resolve = resolve) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._direct = httpx.AsyncHTTPTransport()
        self._through: dict[str, httpx.AsyncHTTPTransport] = {}  # by proxy

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer. Raises PrivateAddressError, or ConnectError if no number of the name answers."""
        if request.url.scheme not in ("http", "https"):
            raise httpx.UnsupportedProtocol(request.url.scheme)
        if proxy := _proxy(request.url):
            if not self._allow_private:
                await self._judged(request.url, must_resolve=False)
            transport = self._through.setdefault(proxy, httpx.AsyncHTTPTransport(proxy=proxy))
            return await transport.handle_async_request(request)
        if self._allow_private:
            return await self._direct.handle_async_request(request)
        failure: httpx.TransportError | None = None
        for number in await self._judged(request.url):
            try:
                return await self._direct.handle_async_request(_pinned(request, number))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure or httpx.ConnectError("the name has no number")

    async def aclose(self) -> None:
        """Close the connections."""
        for transport in (self._direct, *self._through.values()):
            await transport.aclose()

    async def _judged(self, url: httpx.URL, *, must_resolve: bool = True) -> list[str]:
        host, port = url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)
        try:
            numbers = await asyncio.to_thread(self._resolve, host, port)
        except OSError as error:
            if must_resolve:
                raise httpx.ConnectError(error.strerror or str(error)) from error
            return []
        for number in numbers:
            if not is_public(number):
                led = host if host == number else f"{host} is {number}"
                raise PrivateAddressError(led)
        return numbers[:MAX_NUMBERS]


def _pinned(request: httpx.Request, number: str) -> httpx.Request:
    """Return the request for this number: the host's name stays in its header and is what its certificate must say."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=number),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")},
    )


def _proxy(url: httpx.URL) -> str | None:
    """Return the proxy that the environment names for an address, None where there is none."""
    proxy = getproxies().get(url.scheme)
    if not proxy or proxy_bypass(url.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _meant(number: Number) -> Iterator[Number]:
    """Yield the number, or the IPv4 number that it only wraps; both where the network may use either."""
    if isinstance(number, IPv6Address):
        if number.ipv4_mapped or number in _TRANSLATED:
            yield IPv4Address(int(number) & 0xFFFFFFFF)
            return
        if number.sixtofour:
            yield number.sixtofour
    yield number


def _is_public(number: Number) -> bool:
    local = isinstance(number, IPv6Address) and number.is_site_local
    return number.is_global and not (number.is_multicast or number.is_unspecified or number.is_reserved or local)
