# language: ja
機能: どれが本物かわからない世界
  プラットフォームの挙動が文書にないとき、プログラムはどちらの世界でも正しくなければならない。

  @S-16
  シナリオアウトライン: 設定<knob>が<value>の世界で話し中
    前提 プログラムはSwitchboard
    かつ お客様は話し中
    かつ 設定<knob>は<value>
    もし オペレーターが発信する
    ならば お客様への発信は1回
    かつ 30秒を超えて一人になる人はいない
    かつ すべての会議室が閉じる
    かつ すべての法則が守られる

    例:
      | knob                        | value       |
      | conf.ringingLegsOnEnd       | keepRinging |
      | conf.endEventIfNeverStarted | false       |
      | part.leaveIfNeverJoined     | false       |
      | part.leaverLingerMs         | 2000        |
      | conf.configBinding          | atConnect   |

  @S-17
  シナリオアウトライン: 設定<knob>が<value>の世界で、鳴っている間にオペレーターが電話を切る
    前提 プログラムはSwitchboard
    かつ お客様は電話に出ない
    かつ オペレーターは発信から5秒後に電話を切る
    かつ 設定<knob>は<value>
    もし オペレーターが発信する
    ならば 誰も回線に残らない
    かつ すべての会議室が閉じる
    かつ すべての法則が守られる

    例:
      | knob                      | value       |
      | conf.ringingLegsOnEnd     | keepRinging |
      | conf.completeWhileDialing | error400    |
      | conf.endFlagBeforeJoin    | true        |
