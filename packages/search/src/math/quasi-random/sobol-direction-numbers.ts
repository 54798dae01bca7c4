/*
 * The numbers in this file:
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
 * All rights reserved.
 *
 * Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
 * following conditions are met:
 *
 * - Redistributions of source code must retain the above copyright notice, this list of conditions and the following
 *   disclaimer.
 * - Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
 *   disclaimer in the documentation and/or other materials provided with the distribution.
 * - Neither the names of the copyright holders nor the names of the University of New South Wales and the University of
 *   Waikato and its contributors may be used to endorse or promote products derived from this software without specific
 *   prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
 * LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
 * SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR
 * BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
 * (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 */

/**
 * Direction numbers of Sobol sequences whose two-dimensional projections are good: the first 512 dimensions of
 * `new-joe-kuo-6` (Joe and Kuo 2008). For each dimension from the second on, in base 36: the inner coefficients of the
 * primitive polynomial as one binary number, then the initial numbers m₁ … mₛ, as many as the polynomial's degree.
 */
export const sobolDirectionNumbers = `
0 1, 1 1 3, 1 1 3 1, 2 1 1 1, 1 1 1 3 3, 4 1 3 5 d, 2 1 1 5 5 h, 4 1 1 5 5 5, 7 1 1 7 b j, b 1 1 5 1 1, d 1 1 1 3 b, e
1 3 5 5 v, 1 1 3 3 9 7 1d, d 1 1 1 f l l, g 1 3 1 d r 1d, j 1 1 1 f 7 5, m 1 3 1 f d p, p 1 1 5 5 j 1p, 1 1 3 7 b n f
2v, 4 1 3 7 d d f 1x, 7 1 1 3 d 7 z 1r, 8 1 3 5 9 1 p 1h, e 1 3 1 d 9 z 2z, j 1 3 1 5 r 1p v, l 1 1 5 b j 15 1p, s 1 3
5 3 3 d 1x, v 1 1 7 d 1 j 1, w 1 3 7 5 d j 1n, 11 1 1 3 9 p t 15, 15 1 3 5 d n 1 1j, 16 1 3 7 3 d 1n h, 1e 1 3 1 3 5
1h 1x, 1j 1 1 5 5 n x d, 1k 1 1 7 7 1 1p 3f, 1n 1 1 7 9 d 1p 1d, 1q 1 3 3 5 3 1j x, e 1 3 1 f v d 1d 6t, l 1 3 5 f v
1n 1r 2p, m 1 3 1 b b b 25 6x, 12 1 3 1 b r 17 1z 9, 1b 1 1 7 f l b 29 19, 1d 1 3 7 3 p v 1t 27, 1e 1 3 1 1 j b 3 5p,
1g 1 1 5 9 j l t 4d, 1k 1 3 7 b 1 x 2h 55, 1v 1 3 3 3 f 9 27 1z, 1y 1 3 7 b f 13 3b r, 2c 1 1 3 1 b v 2p 69, 2p 1 1 1
3 n 17 1l 4x, 2v 1 3 7 7 h h 11 1z, 37 1 3 1 5 r 1r 3f 5x, 3e 1 1 3 5 b 17 1h 3p, 8 1 3 5 5 t h 1b 4t db, d 1 3 3 b 3
1 31 9 1x, g 1 1 1 5 h 13 n 5 9j, m 1 3 1 5 p f v 2v dv, p 1 1 1 b b h 1r 2x 53, 18 1 1 5 b 9 t 2p 6f a3, 1b 1 1 5 f j
19 15 7 an, 1g 1 3 7 7 v j 2b 3t 65, 1j 1 1 1 3 n f 33 67 2b, 1n 1 1 5 d v f 1j p 4h, 1q 1 1 3 d p 1b 13 2f 75, 1v 1 1
1 b l 1h 3h 6x 85, 22 1 1 7 b b 7 1l 27 8z, 29 1 1 5 5 h d 29 3 3n, 2a 1 1 7 d n 7 1t 6z d7, 2f 1 3 5 1 9 17 3 45 b,
2j 1 1 3 d v d d 73 dj, 2m 1 3 3 1 5 1r 2h 2j 3j, 2v 1 1 3 3 1 j 3f 3j 6l, 2w 1 1 5 7 n v 11 6r 81, 31 1 1 5 b h 1h 39
53 dn, 3e 1 1 1 5 1 d d 5t 9l, 3g 1 1 3 f 1 1l 37 7 x, 3t 1 3 1 b 7 17 29 5r 4v, 3u 1 3 1 1 f r 1r 73 1d, 3z 1 3 5 3 r
1p 2x 4r 8h, 41 1 1 5 3 1 3 1l 6x 45, 48 1 1 3 5 5 1l f d 4f, 4d 1 1 1 b 7 b 2x 3x 69, 4n 1 3 3 5 r 1n 3d 2t 7j, 4t 1
3 5 9 b 1d 1f 1n 37, 4w 1 1 7 1 n 19 3h 1z bn, 51 1 1 3 5 n 5 2x 31 23, 52 1 1 7 f 7 b 1v 3d cl, 55 1 3 7 3 9 d v r
ch, 5b 1 3 1 f j 13 13 2h f, 5e 1 1 1 1 1 x 21 41 aj, 5j 1 3 1 f f 17 t d df, 62 1 1 7 3 j r 2d 3n bz, 64 1 3 3 3 5 z
n 5f 9p, 6b 1 3 3 7 9 r 13 1n 89, 6d 1 1 3 9 b h d 6p 4d, 6e 1 3 7 f p 1l x 59 5x, 6i 1 1 7 1 9 1j 21 2b 61, 6k 1 3 3
d j r n 35 6x, 6p 1 3 5 3 n 17 3 71 db, 6s 1 1 5 5 b 5 19 39 61, 71 1 3 3 7 t 11 x 3f 43, 4 1 3 1 f 5 5 11 6b 67 cr, d
1 1 7 5 5 13 1r 73 3r dj, j 1 3 1 7 9 7 2f 6x 61 gn, m 1 1 3 d 9 1b 7 69 a3 6v, 1e 1 3 7 d j d 9 1v 9 kh, 1j 1 3 5 5 j
1n 7 15 8v it, 1s 1 1 5 3 v 1r f 17 5r lx, 1x 1 1 7 9 d 13 3 1b dt 4p, 2q 1 3 1 7 l h 2p j bj p5, 2z 1 3 7 1 3 v 1z 33
4l 3j, 37 1 1 5 b 1 1p 2b 3b 5n nj, 3d 1 3 3 d 9 1p j 2p 1b z, 3j 1 1 7 7 f t 1r 2n bl d1, 3q 1 3 1 9 p 9 1z 1l 5x ap,
3w 1 3 5 d v 1b 2t 1l 13 9h, 41 1 1 3 3 v 1l 3h 4t a5 fb, 48 1 3 7 1 d 1l 1v 4d cj jn, 4e 1 1 1 7 l d 2x 2h bx qt, 4h
1 1 5 9 h 1f 19 3b 4d 3x, 4r 1 3 7 7 d 19 2j 9 3l kl, 51 1 3 7 1 n 1l 1v 3x 47 fv, 5e 1 1 3 b h 1b 2l 2z af 4d, 5j 1 3
3 5 b l 17 1f 4p pf, 5n 1 1 5 3 f 1j 2t 1v cn hd, 5s 1 3 5 9 1 n t 1b 9l gj, 6b 1 3 7 7 5 1d t 4b 8z gd, 6q 1 3 3 7 5
15 3j 1p 79 jx, 6z 1 3 7 7 h n 39 1v 3l s1, 71 1 1 3 d b 13 l 5r 3f 8h, 7d 1 1 3 9 t 3 2n 1b 6f 21, 7e 1 3 1 9 1 t 39
l c9 77, 7m 1 3 1 d l 13 3h 5v c7 k3, 7v 1 1 7 3 h 1r 37 2h 1d lh, 81 1 3 7 d b x 2t 2z 1r 21, 87 1 1 5 5 d 1l 1r 3r
c5 4x, 8d 1 1 3 7 r 1r 2l 1b bl df, 8s 1 1 3 1 n t 1 5b 1d n, 8v 1 1 3 f p 1j 9 2t 63 gv, 90 1 3 1 7 7 j 1f 6z ax 8j,
9m 1 3 3 3 p 1j h 23 9d 3, 9s 1 1 1 d p h 1t 19 db bh, a1 1 1 7 7 r 1d 2r 4h 5x k7, a7 1 3 5 1 n 5 17 15 6z nt, am 1 3
3 7 b 1p 13 2f an n7, az 1 1 3 f d 7 t 7 e1 pn, b2 1 3 7 1 5 v 1b 4d cd dx, b4 1 1 3 7 1 17 9 43 37 gt, bg 1 3 3 d 5 1
3b 5v cn rt, bn 1 1 3 5 d j 3 6r 23 nf, bq 1 3 7 7 1 j 2j 6x 9x gd, bu 1 1 1 9 1 p 31 5h 7r bf, bw 1 3 1 f n 1l 1n 3r
5b 23, c1 1 1 5 f t l 13 71 an 9p, ce 1 3 3 5 j 19 1p 47 5j r9, cm 1 3 5 d 9 1p 2z 3x 3x 1, cp 1 3 1 b r p 2d 2x 8l
r7, d4 1 3 3 b j 7 37 67 9p 17, dp 1 1 7 9 l 13 3f l 7n pr, e1 1 1 7 d f 15 1b 6r 8f c5, e4 1 1 1 7 7 3 f 2r bd jz, 2
1 3 3 f r 1d 35 3f 35 1v d1, b 1 3 7 b 3 n 2f 4p 3b df 5j, l 1 1 5 f 7 h 31 6d 4z 5x kl, m 1 1 5 d b h p 3r b7 fh 13t,
z 1 3 1 1 1 1p 1v 5z 59 q9 yj, 1d 1 1 7 d h x 9 65 bx 61 1an, 1e 1 1 3 b r 3 f 2l 2l o1 t5, 1k 1 3 7 7 p 15 3d z ad aj
16z, 1p 1 3 3 9 b z 19 5p 6p 9 1n, 1y 1 3 1 7 3 1f 7 4x 1h r3 2h, 22 1 1 3 5 r 1 35 6f 8b l3 nx, 27 1 3 3 f p t 5 73
3v or 1kf, 2c 1 3 1 1 d 9 31 5d bn 2n h, 2g 1 1 7 9 3 7 t 15 3r nb o3, 2v 1 1 7 9 p 1d 3f 61 35 p9 5z, 2w 1 1 7 3 n f
17 3p 61 93 p1, 34 1 1 3 3 d 1h 1r 3f d9 jr 12j, 37 1 1 3 f 7 t 23 3b 51 ql 6v, 39 1 1 1 b r p 31 47 7f 2r 14l, 3e 1 3
7 f 5 5 1h 41 b k5 15p, 3q 1 3 7 1 9 17 1z 6d 4d gv 1ez, 3t 1 3 3 d p 1 5 r d3 9p 3j, 42 1 1 1 1 n 11 9 65 7h ox 1at,
44 1 1 3 3 v t 1f j 8n fd 1ip, 4d 1 3 7 5 5 1j h 13 d7 in 16h, 4e 1 1 7 1 1 z 1b r c5 az 19f, 4i 1 1 7 3 d n 17 3r 93
3v at, 4k 1 3 7 3 9 p 2j p bx 63 e9, 4o 1 1 3 5 d t 3b 5l 7p 4d 1kr, 4t 1 3 5 3 t 1l d h 4n kj sn, 55 1 3 3 5 t l 2n r
73 iv 16j, 56 1 3 7 f 9 5 l 1z 1p qp xd, 5b 1 3 5 d f 1l x 2l cr o3 67, 5d 1 1 1 f h 17 3j 5b 1v 4x tt, 5j 1 1 1 f n 7
l 5j 23 85 18r, 5x 1 3 7 d f 13 l 45 1t kl 8v, 5y 1 3 7 b n d 2t 2h 7p ef jr, 64 1 3 7 f j r 2d 5n c9 2p 1gn, 6b 1 3 1
3 t p l 4b b 5b 5h, 6k 1 1 7 5 r b 29 2t cp ir 1av, 6q 1 3 1 5 p 5 1t 5d 15 fr lp, 6z 1 3 1 5 b f 35 25 bf jb uv, 74 1
1 3 9 b 1h 3b 4r 1j 89 e5, 77 1 1 1 1 b 13 35 3v 4l 9n gj, 7d 1 3 7 b 9 h 2t d 29 91 1c5, 7e 1 3 1 1 l 17 37 9 35 p7
hx, 7o 1 1 7 3 9 p 39 5h 4f d3 d7, 84 1 3 1 9 b l 1l 5r dh h1 1a5, 8g 1 1 7 7 r 1j 1d 67 2h 2d 16b, 8m 1 1 5 3 j 15 19
1f cf 8b 11n, 8s 1 3 1 d 1 x 39 3z 8p 57 tt, 8v 1 1 7 7 5 b 1t 2p ah ah 15p, 8y 1 3 1 1 l z 2n 1t 2r n yf, 94 1 1 5 9
3 11 2n 4n 37 bt o3, 9a 1 3 3 d 1 11 r 59 29 iv lh, 9f 1 1 3 b 1 1p 2r 6h bx qx 1d, 9h 1 1 1 7 p 1r 2r 4l 6t m1 vr, 9l
1 1 5 b b 17 1j 1t 1z 7v 7l, 9m 1 1 5 5 9 3 2t 6z 9v aj 18r, a2 1 1 1 f l 1r 2d 2r 1d kt 113, a7 1 1 5 d r 9 3d 17 73
jv 81, ac 1 3 1 5 r j h 67 25 fv 13b, af 1 1 5 3 d 1n 3h 6z 5f fb 1c9, ag 1 3 3 f d r 1d 2x at qz kz, al 1 3 5 f n 17
z 2z cf l7 71, ap 1 3 5 b l 3 h 13 dt bb gz, as 1 1 7 d f v 35 h n e3 1jf, aw 1 1 7 f 3 f v 49 br 27 dz, bd 1 1 7 9 j
p n 4r e1 pn 1j9, bj 1 1 5 9 l r 3d 67 3p 2f jd, bk 1 1 5 5 9 j 2z 2r 8v l9 14l, bp 1 1 3 3 j p 3 2t 4r k9 57, bw 1 1
3 1 d n 2d 2l 83 5t 11, bz 1 1 1 f p p 25 71 99 qb tt, c2 1 1 3 9 h t 1j 1b 73 8h 1kl, c7 1 3 3 9 t 1r 9 2v dl q3 16b,
ce 1 3 7 f 7 v 2h 4v a9 9f gj, cj 1 3 7 d p 5 1z 5r 6z a7 ih, cl 1 3 3 3 l p 23 z v 8x 18j, cp 1 1 1 9 b 1 1t 5 b 95
ev, cq 1 1 5 3 j d h 17 aj dh an, d3 1 3 5 d d 9 2d 43 dl lv vh, d7 1 3 1 1 5 1f 11 3l 5f 89 1dj, da 1 1 3 f j 1l 1n
51 cn jd 1kh, dg 1 3 7 1 r 9 1t 41 91 59 5l, dp 1 3 1 f v n j 5 dh g5 ez, dq 1 1 7 d b f 1t 2b 55 nj n3, dv 1 3 5 7 7
1j 21 f 8f e7 1gx, dy 1 3 5 9 7 l 19 f b1 ap gl, ed 1 3 7 3 n d 21 65 e7 oj z5, ee 1 1 3 b 1 1f 21 55 x r3 141, ek 1 3
3 9 j 1n l 13 9f 11 3z, en 1 1 7 1 v x j 4n 39 hn hr, ff 1 1 1 3 5 d 1n 2b 9v 9p 1in, fk 1 1 1 5 j 3 1h 3p 2p nz rb,
fp 1 3 1 d 9 15 2j 2x 4t 2p hd, ft 1 1 5 3 7 1d 37 3p 1z 6f tj, g2 1 1 7 5 h 17 1b 19 dt f7 l1, g4 1 3 5 f l 1p 3f 5b
6x v hj, gb 1 3 7 9 h 7 b 55 3j 4p 1i7, gd 1 1 5 d b b 9 1d t 3h lz, ge 1 1 1 f v 15 d 4n 7l bx 1l, gp 1 3 5 3 r 7 z
5t 1t 7d 12p, gv 1 3 1 d v j 1h 3z 3r 9 sd, gz 1 1 7 d v 5 37 49 3z ql hb, h2 1 1 5 b p j t v 89 q7 cb, h5 1 3 3 5 l b
3j 29 db p jf, h6 1 1 3 b p v 2p j 5f lp jl, hd 1 1 5 5 v b 23 5r 5h ol 1kl, hg 1 1 1 b 9 n t 6f 8j h 15l, hn 1 1 5 b
b 17 33 6h 8j ej yz, ht 1 1 7 5 1 l 2z 6d 9j px 61, hz 1 1 1 b 3 l 3h 3n b9 gn 14t, i6 1 3 5 5 9 13 x 29 at 47 mj, ib
1 1 7 7 7 1 1n 67 7d ep 1k5, ie 1 3 1 3 9 n 2d 51 1b 7d 1d, io 1 3 5 b j n 9 7 4d 8b 1j3, ir 1 3 1 5 f 5 l 2x t 9f sx,
iy 1 1 1 1 5 x 1t 2d 33 jl db, j0 1 1 1 7 9 z 25 2f 47 8x 2t, j5 1 1 5 7 h 1 1f 5h 4v mj y5, jb 1 3 3 f n 11 2d 55 6n
f3 kb, jc 1 3 1 7 7 1j 33 31 81 c7 6r, jt 1 1 7 b h 1h z 61 77 np 1ab, jz 1 3 1 9 1 1r 2f h 21 fp ub, k4 1 1 3 3 b 15
1 1l 87 7b sl, kd 1 1 5 1 r 19 31 4h bf bp 12r, ke 1 3 5 b p z 1b 5b 9f bl 1bz, kk 1 1 5 f l 1 2l 6z 9r 61 1d3, kr 1 3
3 b 3 7 23 4b 8p 5v dn, kt 1 3 3 5 b 9 2t 4h cl pd tn, kw 1 1 3 1 f 19 3j 3x 4j k7 18d, kz 1 3 3 7 1 x 1r 21 21 9h
1az, l6 1 3 5 d f 13 1h 6j 25 2r qd, le 1 1 5 d v h 2p d 5z 8d 1hj, lq 1 1 7 1 1 11 2j 2l c9 6z vf, ls 1 3 7 9 p 5 2x
1x 29 q7 14j, lv 1 3 7 b v 17 d 5t r s9 dx, lx 1 1 7 f 1 x v 6h 4h e3 ar, m1 1 3 3 5 5 1h x 4x dz hf 1hj, m4 1 1 7 b 7
1p 3b v cp 6d 1g3, mb 1 1 5 f j 5 1h 5l 4d ol td, md 1 3 7 9 1 z 1f 35 6x bt s1, mi 1 3 5 7 l 1h 11 4b 3b 9l hj, mn 1
3 5 7 f v 31 1x dz gj 1g7, mw 1 3 3 1 p z 1t 3n b7 jl dz, n1 1 3 7 7 j x b 49 19 hl dv, n2 1 3 3 5 b 3 t 2l dj x jj,
n4 1 1 3 f l 1h 2z 4z ar pr 1ct, nd 1 1 3 7 l 19 1f 43 4v 8t a1, nj 1 1 1 7 7 d f 6r 7h m3 1il, nl 1 1 3 5 j x 1l 37
cb ex hf, nx 1 3 3 9 3 13 p 1p 55 jx t5, o7 1 3 7 3 7 11 2z 49 7 7h 17x, oe 1 1 7 3 7 15 2j 15 41 dl yl, op 1 1 5 9 7
7 2x 29 b7 bb 7v, os 1 1 7 9 r 1j t 25 5d qr qd, p1 1 1 5 3 p 1f 2z 1r b7 ph mn, p8 1 1 7 3 7 1p j 1f cp gn ev, pk 1 3
7 1 n 1f 2x 49 6n 5z 1fb, pn 1 1 3 5 r n 27 1d dr 19 1hr, q6 1 1 1 b b 1b 1j 3p dr rr 14l, qd 1 1 3 f r 1f 2l h 9v l7
1aj, qe 1 3 1 3 1 3 27 3b dv h rn, qi 1 1 1 1 f 17 19 h 4n r1 m7, qp 1 1 1 3 r 1d 2h t df pd 1k7, qw 1 1 3 3 5 b 23 7
15 nn gz, qz 1 3 1 3 7 1l 13 3f 75 7v e3, r1 1 3 3 b r n 35 6d 57 8b 3p, r7 1 1 3 d 9 1r 2t 25 cj 4p 9d, ra 1 3 7 3 3
1n 19 5f 6d bj bd, re 1 3 5 3 b j 1z 2l 17 nt a9, rq 1 3 7 9 j x 37 j 6p jj 6v, rt 1 3 5 b 5 z l 4b cv rx tt, s2 1 3 7
3 p f 31 2b 2l 1x x1, s4 1 3 5 7 5 l 2l 3p 3r 4n p3, 15 1 1 7 7 3 1n 3d 4h 7x mn 1d5 2ux, 1g 1 3 1 1 3 1b 2v 4r al gx
55 ad, 1p 1 3 3 f n x 2z 3n c9 cd j5 1l7, 1q 1 3 3 b 7 1h 2t 4n c3 mb yv 2x1, 24 1 1 5 b f 1n 15 j 3r n7 z3 e1, 2w 1 1
7 b l 1d n 63 3j qp tl ap, 39 1 3 5 f 7 1b 39 61 19 kb 19j kd, 3n 1 1 7 b r 1l 2j 2f 29 z z9 rz, 3z 1 1 3 b f 11 1h 63
5d q1 1gr 2vp, 41 1 3 5 3 d b r j 5j ax qt 1oz, 4d 1 3 1 3 5 1 11 4t bh sf fd bd, 4n 1 3 1 7 f t 3f 2n 73 ad 1dz 2yp,
4r 1 3 5 d l 1l 1f h e7 5f w5 1ev, 4w 1 1 1 f t j 7 21 87 ef gb 2pv, 51 1 1 5 d d z 37 5b 3f ev jx 1a5, 5e 1 3 3 5 n l
1b 6z aj pl v3 89, 61 1 3 3 9 t 1h 3d 5l 3r 5d ej 29r, 6k 1 1 1 7 t 19 3h 9 2r o3 bt gp, 6n 1 3 1 9 d f 1v 51 31 85
109 2dj, 7a 1 3 3 9 5 z f 5t 8h 2f lb 25n, 7v 1 3 3 b r 1l 35 3f 4z hv 45 ej, 7y 1 1 3 f b h 1v 67 1r i9 9b 2jx, 8j 1
1 1 9 p t 31 4f 13 e9 fv 1cx, 8p 1 1 3 1 5 1r 23 j cn gp 3f j7, 8v 1 1 1 3 l 5 19 4p ah e9 1i7 1z9, 9o 1 1 3 b 3 x 3b
1x 71 p7 md 149, 9s 1 1 5 d v f h 7 dv 1p j3 1fv, 9x 1 3 7 b h x 21 25 8b 6r ht 1t5, av 1 1 7 b 9 z v 6j 9z hz aj w9,
b2 1 3 3 f v p 5 1v x 19 c5 34z, b4 1 1 3 b 7 h 11 2f 99 71 165 295, bg 1 1 7 f 7 f 2z 59 49 ld 169 2n7, bj 1 3 5 d 5
1p 35 11 85 ax 35 17, bq 1 1 1 f t 17 2z v 4n 43 8d sd, c8 1 1 1 d 3 1 z 2l 5f 51 1kb 15f, cs 1 3 3 3 d x 25 5j 49 65
1b7 2tz, cx 1 3 5 d 7 1d 3f 4b dr ix mr mh, d0 1 3 5 f r 1p 39 59 53 on h5 34l, eb 1 1 1 7 v 1n 3h 6j at a9 cf sv, ew
1 3 5 1 5 13 37 2h 6x ah bz 2w3, ez 1 1 1 5 7 1b 1n 4d 25 cd jf 2nj, fb 1 1 3 5 b l j 23 b gn 17r kf, fi 1 3 5 3 j d
15 1x 5j 3z 1cx 2hb, fn 1 3 5 7 j 17 p 15 15 b 19r 25b, fu 1 3 1 9 j 19 33 2p b9 b3 cp 2hf, gj 1 1 3 1 n f 1t 3d 1n rd
n1 1qr, gm 1 1 3 7 h d 2z 6d 23 fb 103 1tn, h5 1 1 5 5 l 1l n 5j e5 3v 1jr 2zn, hz 1 3 1 b j 1h f 6d 5z kl jb mv, i6 1
3 7 1 t 3 h 4j bl fj f9 8v, iu 1 3 1 d h 9 1b 3p a5 7 1ht tr, jt 1 3 5 7 j 11 1j 4j 8d 6x j5 1sn, ki 1 3 5 d b n 1p 5p
75 ah h3 14h, kr 1 3 5 1 n 11 d 23 97 dr g3 2lj, ku 1 1 1 9 1 n 1d 3l d7 f3 oj 1yb, l1 1 3 1 5 n 1n 1f z 9j jb 63 a9,
lg 1 3 3 1 r h 1r 2p 1z e3 1hl h1, mb 1 1 5 1 l v b 31 6v bd 1eh 1od, mi 1 1 3 f n 9 7 5t 8d n 43 1az, mk 1 1 7 5 5 j
11 6d 6x 7p uz 1s5, nm 1 1 1 5 5 1r 5 6x 7x bz 9j 1wj, ny 1 1 1 b 7 19 z 23 e1 ex t 293, p6 1 3 5 f b 13 f 1r 7b 9 5j
cd, p8 1 3 3 3 r 1r 1h 4r 6b 1r t5 mz, pt 1 1 3 d 7 b 37 53 4z q1 1dl al, pu 1 3 1 b d f 2z 29 1h 87 1dl 2wd, qi 1 3 3
d b 5 31 6r 3 e1 8z 125, qs 1 3 3 b l 1f h 4x al q1 z3 301, ra 1 3 5 9 r p 2d 5d 3z fx x1 2b7, rd 1 3 5 b d 9 29 l 4f
qh 2j 1cn, rj 1 1 3 3 r 1p b 71 av 99 up hn, rk 1 3 3 f 9 1l 2n 29 bn kf 6z vp, tn 1 1 5 9 v 13 1n d 8v mf yh 1vl, tq
1 3 3 5 r d 2z 3x br q1 1kb 2ht, ug 1 3 3 9 9 p 3h n cb n7 yl nj, uj 1 1 7 f h h 2b 2z bf 7x nj 17n, v0 1 1 3 d t 1p
11 29 9p k7 14d 1id, vr 1 3 7 b v d 1n 25 7l gf z5 16l, wd 1 1 7 7 d h p p 57 95 9n 14x, wq 1 3 7 7 5 1f 11 2r 65 49
dz 1zr, ww 1 3 1 d j r b 1x 51 db wv 2hp, xe 1 3 3 d n l 2v 43 8z p9 qb 8r, xp 1 3 1 3 n 1 v 1n 2l e9 19 1r3, xx 1 3 5
1 7 17 31 1n 6f 15 163 1u9, yg 1 3 1 5 v 1l 1d 67 7v s5 b jh, ym 1 1 5 1 j 1h 1j v v 8b dr j9, ys 1 3 3 9 5 x 25 71 bv
lz kb sb, yv 1 3 7 b 1 9 3b 5n 1h od 1bf 2p7, z7 1 1 3 7 d 13 1j 4f br 35 19x 2nz, zx 1 1 3 5 l 1b 1f 1n 1j bf pv 6z,
105 1 3 7 3 v p 29 37 b9 6n kl cn, 109 1 1 5 1 v 3 2t 2b db dn 1df 1pt, 110 1 3 3 3 9 11 2z 4h 5n dz lb 2nf, 11h 1 3 7
9 1 r 1p 3b 6h 13 127 35l, 12g 1 1 5 9 1 v 19 1f a9 gb an 265, 12o 1 3 7 5 v 7 1d 3b dj gf 197 1h, 12y 1 1 7 1 9 1b 1
67 a9 jr 18j 1h9, 139 1 3 5 3 l 11 33 h df kj x5 253, 13d 1 3 3 7 h b 1f 39 cn 5b 15h 2y5, 13j 1 1 5 9 n 13 2r 51 9j
dh 2r 1hn, 14b 1 3 1 7 t 1d v 1z dl en 1cz 28t, 154 1 1 5 b 5 5 21 59 8x 1l x3 2ud, 15f 1 1 5 f d 19 3h 5r ab bj 8r
rb, 15r 1 3 3 5 p 1n x v 6n pj 1fn 239, 15s 1 3 5 d r 1p n 37 1p bh zf 2qv, 161 1 3 7 f 5 1n 2t 29 1b qv mh 2gl, 16q 1
1 5 b v f 13 p 4t e1 mh 22d, 16w 1 1 5 9 j d 2n 2h e7 3j 12r 29j, 16z 1 1 5 5 v 19 9 1l 2j 8f zz 2hb, 177 1 3 3 3 j f
35 57 61 dl zp 1e3, 17q 1 1 3 1 d t 1l 3v 73 5h ex 1on, 18j 1 3 1 f b 7 1h 73 cz 9 l1 2fz, 18v 1 3 3 f l d 9 59 9z 8z
1d 99, 18y 1 3 7 b 7 11 l 3b b5 4d 1a3 tp, 199 1 1 5 7 h x 37 6d 45 47 1kb 7r, 19e 1 1 5 f 5 1d 25 4b an ap 1j5 q9,
19g 1 3 7 3 7 1j 2d 15 9x en 1bn 18z, 19j 1 1 3 1 l 19 37 l 5j qv 17x 2xr, 1a1 1 1 3 7 l 13 39 5b 4p 21 bh 2mx, 1ab 1
1 1 d 1 v 1l 5f 6f 8x a7 sj, 1ap 1 3 7 3 b t 1b 4h 1z bn 1bt c5, 1b5 1 1 7 3 b 9 17 1t 4d 1 1ff mv, 1bc 1 1 1 5 l f v
2t 85 8b 3j 10p, 1bh 1 1 7 1 r 1 b 6d 6p jl 17 14z, 1bu 1 3 7 1 5 f 21 53 5d 1j 11d 1d, 1c2 1 3 3 3 j 3 1j l 4p if 1aj
3t, 1c4 1 1 1 d 7 l 1x 1v ad qt zd 1rb, 1e2 1 1 7 7 l n h 17 9h nh cx 2l7, 1e4 1 3 5 5 p 5 29 2t 6h 3v 9z 1l5, 1ef 1 1
3 b f 13 1j 3 d3 l9 vr 31h, 1eq 1 1 7 f 9 1l 29 27 5z c1 99 2z3, 1ew 1 1 5 5 j 19 2b v 5t a3 jh 107, 1f7 1 3 7 5 1 d
1j 4j c3 mf 7z 1kf, 1fd 1 3 3 7 3 3 h 5h 13 4p dl 1d5, 1fr 1 1 3 5 t 17 2f 4h 81 9f y9 1td, 1gx 1 3 3 9 l 9 25 1 cl 4n
19n 1pv, 1hk 1 1 7 1 f 7 1v x 5d 6p sn 1sz, 1hp 1 3 1 b 1 1r 19 1t 7d id nl 1iz, 1hv 1 3 1 d j 1d 3 b 4f 5x ib 26v,
1iw 1 3 5 b 9 t r 6b 71 ch 12z 2n7, 1jg 1 1 3 1 7 3 25 3z 7p ln 15n d7, 1jx 1 1 1 5 b n 2f 3n ax nl 5d 2gl, 1jy 1 3 5
b 3 3 2h 9 ch 6r 15p 1cb, 1k4 1 3 1 9 t t 35 f 1t gz 3r 2uf, d 1 1 1 9 l j 13 47 az dx 117 qn 23p, j 1 3 7 1 7 z 19 x
3b 69 19b 1b3 14j, q 1 1 1 3 p 1j 11 27 4n p7 tv 7j 34r, 15 1 3 5 d 5 d 1h 4l c5 1v 1bd 2g9 68v, 1e 1 3 3 d r 1l 2n 1j
cb 6t 1i1 1bx 1hl, 1j 1 3 1 9 5 x 31 z 2r mz 9h 1up 1uz, 1x 1 1 5 9 7 x 17 13 2f m7 hn 2op 5iv, 1y 1 3 1 1 v f 19 r 9d
35 rf 1ld 1y9, 27 1 1 5 9 5 f 2x 3f db 81 18p 1oh 3kl, 2a 1 3 5 b v 1b 2p 2f ap 5f sx i3 2iv, 2f 1 1 3 7 h 3 2t 1j 2f
hh 1av 12j 249, 2l 1 3 5 5 7 l 9 6l 8p f9 ur 39 4rr, 2m 1 1 3 9 9 5 1j 5l dj nn un 2b5 34n, 2p 1 1 5 9 v j 1n 7 a3 al
wf 1l5 4er, 2s 1 3 3 f n 1r j 6b ar mz dj t5 5rj, 34 1 3 1 5 n p 1p 6t a3 nz qr 2rj 4zv, 3d 1 1 5 1 5 r 29 2d 7n 1d 6j
2jf x7, 3q 1 1 5 7 n 1h 2d 2z e7 ln z5 ud 62b, 3u 1 3 3 1 9 l 23 63 1n dh 1cb 2yt ut, 44 1 3 5 1 d 15 j 3z 85 av 1k7
1dr 3e7, 47 1 3 7 f l d l 5f 5z bh ej 1mb 1t1, 4d 1 1 1 3 t 1f 1b 1l 3r fz q7 1ah f1, 4h 1 3 5 1 9 d 35 4v cf 37 i9
359 4lx, 4z 1 1 1 b h 15 11 2n 89 g3 pb 1pb 1ub, 51 1 3 5 3 n b n 6f 2l ij jr 17f 655, 58 1 1 7 3 h 1n d 51 3x rj 1eh
cp 1bj, 5g 1 3 3 5 v 1n 29 5p 6t ex t5 rp 1ef, 5n 1 3 7 5 h d 9 27 h 55 5 1pf 4tz, 5q 1 3 7 d 7 1h 1p 41 d 7x xf qb
29h, 67 1 1 7 3 v j 1x 61 1b c9 1gl ip 3fn, 68 1 1 1 1 p 9 n 69 ap hh gr 2w3 39t
`;
